import 'fastify';

type Scope = 'submit' | 'read_own';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `key`: for submitters, by key, and closed to pages of other sites. Otherwise open to everyone. */
    access?: 'key';
    /** What a key must be allowed to do here; of several, any one will do. */
    scope?: Scope | readonly Scope[];
    /** Never refused for how often it is asked: the probes. */
    isUnlimited?: true;
    /** What is asked for has one form, which is sent whatever `Accept` says: a file. */
    hasOneForm?: true;
    /** The page to which the route sends whoever asks for HTML. */
    page?: string;
    /** The media types of a body that the route reads as a stream, for the OpenAPI document only. */
    documentedBody?: Readonly<Record<string, unknown>>;
  }
}
