import { errors, type JWTPayload, jwtVerify } from 'jose';
import { type IssuerTimes, keysOf } from './issuer-keys.ts';

/** Whose tokens are taken, and for whom they must have been made out. */
export interface OauthSettings {
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly audience: string;
  /** How often and how patiently the issuer is asked, where that is not the usual. */
  readonly times?: IssuerTimes;
}

/** What a good token says. */
export interface TokenClaims {
  readonly clientId: string;
  readonly scopes: readonly string[];
}

export interface TokenVerifier {
  readonly issuer: string;
  /**
   * Checks signature, issuer, audience and times of a token.
   *
   * @returns Null for a token that is no good; which of its faults it has is not told.
   * @throws {ServiceError} UNAVAILABLE when the issuer's keys are needed and cannot be had.
   */
  verify(token: string): Promise<TokenClaims | null>;
}

/** Signatures by a private key only: whoever knows the issuer's public key could make any other. */
const ALGORITHMS = ['RS256', 'ES256'];
const TOKEN_CHARACTERS = 8_192;
const CLOCK_TOLERANCE_SECONDS = 30;

/** Makes a verifier of the tokens of one issuer. It asks the issuer for keys when the first token comes. */
export function tokenVerifier({ issuer, audience, jwksUrl, times }: OauthSettings): TokenVerifier {
  const findKey = keysOf(jwksUrl, times);
  const verify = async (token: string): Promise<TokenClaims | null> => {
    if (token.length > TOKEN_CHARACTERS) return null;
    try {
      const { payload } = await jwtVerify(token, findKey, {
        algorithms: ALGORITHMS,
        issuer,
        audience,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['exp'],
      });
      return claimsOf(payload);
    } catch (error) {
      // A TypeError is said of a signature by a key that is too short or of another kind than its name.
      if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
      throw error;
    }
  };
  return { issuer, verify };
}

/** Null for a token that names no client. */
function claimsOf(payload: JWTPayload): TokenClaims | null {
  const { client_id, azp, sub, scope, scp } = payload;
  const clientId = [client_id, azp, sub].find((claim) => claim !== undefined);
  if (typeof clientId !== 'string') return null;
  const granted = scope ?? scp ?? '';
  const scopes = Array.isArray(granted) ? granted : String(granted).split(' ');
  return { clientId, scopes: scopes.filter((each) => typeof each === 'string') };
}
