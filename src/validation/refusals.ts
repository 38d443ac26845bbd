import { ServiceError } from '../errors.ts';

const RETRY_AFTER_SECONDS = 10;

/** More returns are being checked and wait to be than the service takes at once. */
export function tooManyReturns(): ServiceError {
  return new ServiceError(
    'UNAVAILABLE',
    {
      en: 'Too many large returns are being checked at once. Nothing was stored.',
      cy: 'Mae gormod o ffurflenni mawr yn cael eu gwirio ar unwaith. Ni storiwyd dim.',
    },
    {},
    { headers: { 'retry-after': String(RETRY_AFTER_SECONDS) } },
  );
}

/** The service is ending. */
export function closing(): ServiceError {
  return new ServiceError('UNAVAILABLE', {
    en: 'The service is ending. Nothing was stored.',
    cy: "Mae'r gwasanaeth yn dod i ben. Ni storiwyd dim.",
  });
}

/** Others wait, and this sender has hardly sent anything. */
export function tooSlow(): ServiceError {
  return new ServiceError('REQUEST_TIMEOUT', {
    en: 'The return arrived so slowly that others had to wait for it. Nothing was stored.',
    cy: 'Cyrhaeddodd y ffurflen mor araf nes bod rhaid i eraill aros amdani. Ni storiwyd dim.',
  });
}

/** The sender closed its connection before it had an answer. */
export function senderGone(): ServiceError {
  return new ServiceError('REQUEST_MALFORMED', {
    en: 'The sender went away. Nothing was stored.',
    cy: 'Aeth yr anfonwr i ffwrdd. Ni storiwyd dim.',
  });
}
