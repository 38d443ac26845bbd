import { NAME } from '../standard/about.ts';
import type { Language } from '../standard/text.ts';

/** The OpenAPI documents that the page can show, the one of its own language first to be seen. */
const DOCUMENTS = {
  en: { url: '/openapi.json?lang=en', name: 'English' },
  cy: { url: '/openapi.json?lang=cy', name: 'Cymraeg' },
} as const satisfies Record<Language, { url: string; name: string }>;

/**
 * The page to read the API in, whose language is that of the document it shows first. The plugin's own page is
 * English whatever it shows. What Swagger UI itself says, such as the words on its buttons, is English only.
 */
export function docsHtml(language: Language): string {
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${NAME[language]}</title>
<link rel="stylesheet" href="/docs/static/swagger-ui.css">
<link rel="stylesheet" href="/docs/static/index.css">
<link rel="icon" type="image/png" href="/docs/static/favicon-32x32.png" sizes="32x32">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/docs/static/swagger-ui-bundle.js"></script>
<script src="/docs/static/swagger-ui-standalone-preset.js"></script>
<script src="/docs/static/swagger-initializer.js"></script>
</body>
</html>
`;
}

/** The script that sets the page up. One for both languages: it asks the page which of them it is in. */
export const DOCS_SCRIPT = `const DOCUMENTS = ${JSON.stringify(DOCUMENTS)};
window.onload = () => {
  SwaggerUIBundle({
    dom_id: '#swagger-ui',
    deepLinking: true,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    plugins: [SwaggerUIBundle.plugins.DownloadUrl],
    layout: 'StandaloneLayout',
    validatorUrl: null,
    urls: Object.values(DOCUMENTS),
    'urls.primaryName': DOCUMENTS[document.documentElement.lang].name,
  });
};
`;
