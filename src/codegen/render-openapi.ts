import { buildDescribedApp } from '../http/app.ts';
import { LANGUAGES } from '../standard/text.ts';

/** Stands in for the host that each service has of its own. */
const PUBLIC_URL = 'https://spcd.example';

/** The OpenAPI documents of the HTTP API, one a language, by their path in the repository. */
export async function renderOpenApi(): Promise<Map<string, string>> {
  const app = await buildDescribedApp(PUBLIC_URL);
  try {
    return new Map(
      LANGUAGES.map((language) => {
        const document = language === 'cy' ? app.swaggerCy() : app.swagger();
        return [`openapi/openapi.${language}.json`, `${JSON.stringify(document, null, 2)}\n`];
      }),
    );
  } finally {
    await app.close();
  }
}
