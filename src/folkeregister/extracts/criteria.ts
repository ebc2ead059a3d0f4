/**
 * From what is chosen on the node to an order for a tailored extract (fact sheet folkeregister §7).
 */
import { checked } from '../criteria';

/** What the fields in criteriaFields.ts hold; of the two municipalities at most one is given. */
export interface TailoredTo {
  readonly bostedskommunenummer: string | undefined;
  readonly oppholdskommunenummer: string | undefined;
  readonly personstatustyper: readonly string[];
  readonly foedselsaarFraOgMed: number | undefined;
  readonly foedselsaarTilOgMed: number | undefined;
  readonly kjoenn: string;
  readonly sivilstandstype: string;
  readonly statsborgerskap: string | undefined;
  readonly doedsaarFraOgMed: number | undefined;
  readonly doedsaarTilOgMed: number | undefined;
}

/** Years are texts there. */
const yearOf = (year: number | undefined): string | undefined => year?.toString();

const unlessAll = (chosen: string): string | undefined => (chosen === 'alle' ? undefined : chosen);

/**
 * As it is sent, with what is not asked for left out.
 * @throws ServiceError ERR_INVALID_INPUT
 */
export const tailoredOrder = (to: TailoredTo): object => {
  const { bostedskommunenummer, oppholdskommunenummer } = to;
  const statsborgerskap = to.statsborgerskap?.toUpperCase();
  checked({ bostedskommunenummer, oppholdskommunenummer, statsborgerskap });
  const ofMunicipality = bostedskommunenummer !== undefined || oppholdskommunenummer !== undefined;
  return {
    personstatustyper: to.personstatustyper,
    kommunenummer: ofMunicipality ? { bostedskommunenummer, oppholdskommunenummer } : undefined,
    foedselsaarFraOgMed: yearOf(to.foedselsaarFraOgMed),
    foedselsaarTilOgMed: yearOf(to.foedselsaarTilOgMed),
    kjoenn: unlessAll(to.kjoenn),
    sivilstandstype: unlessAll(to.sivilstandstype),
    statsborgerskap,
    doedsaarFraOgMed: yearOf(to.doedsaarFraOgMed),
    doedsaarTilOgMed: yearOf(to.doedsaarTilOgMed),
  };
};
