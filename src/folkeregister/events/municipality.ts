/**
 * KS' own events per municipality, beside the mirror of the register and only through Fiks (fact sheet fiks-platform §5.3).
 */
import { z } from 'zod/v4';
import { fiksCall, fiksRefusal } from '../../fiks/fiksCall';
import { isSuccess, readAnswer } from '../../http/answer';
import type { Session } from '../../session';
import { fiksBaseOf, roleOf, throughFiks } from '../client/way';

export type MunicipalityEvent = 'FLYTTET_TIL_KOMMUNE' | 'FLYTTET_FRA_KOMMUNE' | 'DOED' | 'FOEDT';

export interface Since {
  /** A role's id or name; the credential's own when absent. */
  readonly rolleId: string | undefined;
  readonly hendelsestype: MunicipalityEvent;
  /** A day, `YYYY-MM-DD`. */
  readonly fraDato: string;
}

/** Days, each side open where it is absent. */
export interface Born {
  readonly fraDato: string | undefined;
  readonly tilDato: string | undefined;
}

const FORBIDDEN = {
  message: "KS' events per municipality are not open to this integration, or not with this Folkeregister role.",
  action:
    'Check the role, and ask KS whether the integration may use these events; Read Event Feed and the trigger do without them.',
};

const call = async <T>(session: Session, resource: string, schema: z.ZodType<T>, body?: object): Promise<T> => {
  const response = await fiksCall(session, {
    service: 'folkeregister',
    method: body === undefined ? 'GET' : 'POST',
    url: `${fiksBaseOf(session)}/hendelser/${resource}`,
    headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
    timeoutMs: 60_000,
    retry: 'read',
    retryAfterUnit: 'milliseconds',
  });
  if (!isSuccess(response)) throw fiksRefusal('folkeregister', response, FORBIDDEN);
  return readAnswer('folkeregister', schema, response);
};

const commonOf = (session: Session, { rolleId, hendelsestype, fraDato }: Since) => ({
  rolleId: roleOf(session, throughFiks(rolleId)),
  fraDato,
  hendelsestype,
});

const typesAnswer = z.looseObject({
  hendelsestyper: z.array(
    z.looseObject({ hendelsestype: z.string(), visningsnavn: z.string(), beskrivelse: z.string() }),
  ),
});

export const getMunicipalityEventTypes = async (session: Session) => {
  const { hendelsestyper } = await call(session, 'typer', typesAnswer);
  return hendelsestyper.map(({ hendelsestype, visningsnavn, beskrivelse }) => ({
    hendelsestype,
    visningsnavn,
    beskrivelse,
  }));
};

/** How many it happened to, of one municipality. */
export const countMunicipalityEvents = async (
  session: Session,
  since: Since,
  kommunenummer: string,
): Promise<number> => {
  const body = { ...commonOf(session, since), kommunenummer };
  return (await call(session, 'statistikk', z.looseObject({ antall: z.number() }), body)).antall;
};

/** The numbers of those it happened to. When it happened is not told, and there is no end and no paging. */
export const listMunicipalityEvents = async (
  session: Session,
  since: Since,
  kommunenumre: readonly string[],
  born: Born,
): Promise<readonly string[]> => {
  const isNarrowed = born.fraDato !== undefined || born.tilDato !== undefined;
  const body = {
    ...commonOf(session, since),
    kommuner: kommunenumre.map((kommunenummer) => ({ kommunenummer })),
    ...(isNarrowed && { foedt: born }),
  };
  return (await call(session, 'liste', z.looseObject({ fnr: z.array(z.string()) }), body)).fnr;
};
