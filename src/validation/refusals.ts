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

/** So many returns of the same owner are being checked and wait that another would take the room of others. */
export function tooManyOfOwner(): ServiceError {
  return new ServiceError(
    'UNAVAILABLE',
    {
      en: 'Large returns that came from you are being checked or wait, and fill the room that one sender may have. Nothing of this one was stored; send it again when some of them are answered.',
      cy: "Mae ffurflenni mawr a ddaeth oddi wrthych chi yn cael eu gwirio neu'n aros, ac yn llenwi'r lle y caiff un anfonwr ei gael. Ni storiwyd dim o hon; anfonwch hi eto pan fydd rhai ohonynt wedi'u hateb.",
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
