/** Version of the HTTP API; its first number stands in every address. */
export const API_VERSION = '1.0.0';
