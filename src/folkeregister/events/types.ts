/**
 * What can happen in Folkeregisteret, as its feed says it (fact sheet folkeregister §4.5). New types come without notice, so
 * the list is for choosing from and never a condition.
 */
import type { Choice } from '../../operations/field';

const type = (value: string, en: string, nb: string): Choice => ({ value, label: { en, nb } });

export const EVENT_TYPES: readonly Choice[] = [
  type('endringIAdressebeskyttelse', 'Address Protection Changed', 'Endring i adressebeskyttelse'),
  type('personErOpprettet', 'Person Created', 'Person er opprettet'),
  type('personErOppdatert', 'Person Updated (Look Up Anew)', 'Person er oppdatert (slå opp på nytt)'),
  type('personErDoed', 'Person Died', 'Person er død'),
  type('personErBosatt', 'Person Became Resident', 'Person er bosatt'),
  type('personErUtflyttet', 'Person Emigrated', 'Person er utflyttet'),
  type('personErInaktiv', 'Person Became Inactive', 'Person er inaktiv'),
  type('personErOpphoert', 'Person Ceased', 'Person er opphørt'),
  type('personErReaktivert', 'Person Reactivated', 'Person er reaktivert'),
  type(
    'personErViderefoertSomGjeldendeVedSammenslaaing',
    'Person Continued After a Merger',
    'Person er videreført som gjeldende ved sammenslåing',
  ),
  type('personErOpphoertSomDublett', 'Person Ceased as a Duplicate', 'Person er opphørt som dublett'),
  type('personErEndretVedSplitting', 'Person Changed by a Split', 'Person er endret ved splitting'),
  type('personErGjenopprettetVedSplitting', 'Person Restored by a Split', 'Person er gjenopprettet ved splitting'),
  type('endringIBostedsadresse', 'Residential Address Changed', 'Endring i bostedsadresse'),
  type(
    'endringIBostedsadresseUtenFlytting',
    'Residential Address Changed Without a Move',
    'Endring i bostedsadresse uten flytting',
  ),
  type(
    'endringIBostedsadresseVedKommuneregulering',
    'Residential Address Changed by a Municipality Reform',
    'Endring i bostedsadresse ved kommuneregulering',
  ),
  type('endringIDeltBosted', 'Shared Residence Changed', 'Endring i delt bosted'),
  type('endringIOppholdsadresse', 'Address of Stay Changed', 'Endring i oppholdsadresse'),
  type('endringIKontaktinformasjon', 'Postal Address Changed', 'Endring i kontaktinformasjon (postadresser)'),
  type('endringIInnflytting', 'Immigration Changed', 'Endring i innflytting'),
  type('endringIUtflytting', 'Emigration Changed', 'Endring i utflytting'),
  type('endringIOpphold', 'Permission to Stay Changed', 'Endring i opphold'),
  type('endringIOppholdPaaSvalbard', 'Stay on Svalbard Changed', 'Endring i opphold på Svalbard'),
  type('endringINavn', 'Name Changed', 'Endring i navn'),
  type('endringIKjoenn', 'Sex Changed', 'Endring i kjønn'),
  type('endringIFoedsel', 'Birth Changed', 'Endring i fødsel'),
  type('endringIFoedselINorge', 'Birth in Norway Changed', 'Endring i fødsel i Norge'),
  type('endringIDoedsfall', 'Death Changed', 'Endring i dødsfall'),
  type('endringIStatus', 'Status Changed', 'Endring i status'),
  type('endringISivilstand', 'Civil Status Changed', 'Endring i sivilstand'),
  type('endringIStatsborgerskap', 'Citizenship Changed', 'Endring i statsborgerskap'),
  type('endringIFamilierelasjon', 'Family Relation Changed', 'Endring i familierelasjon'),
  type('endringIForeldreansvar', 'Parental Responsibility Changed', 'Endring i foreldreansvar'),
  type('endringIVergemaal', 'Guardianship Changed', 'Endring i vergemål'),
  type('endringIRettsligHandleevne', 'Legal Capacity Changed', 'Endring i rettslig handleevne'),
  type(
    'endringIKontaktopplysningerForDoedsbo',
    'Contact of an Estate Changed',
    'Endring i kontaktopplysninger for dødsbo',
  ),
  type('endringIIdentifikasjonsnummer', 'Identity Number Changed', 'Endring i identifikasjonsnummer'),
  type('endringIIdentitetsgrunnlag', 'Basis of Identity Changed', 'Endring i identitetsgrunnlag'),
  type('endringIFalskIdentitet', 'False Identity Changed', 'Endring i falsk identitet'),
  type('endringILegitimasjonsdokument', 'Identity Document Changed', 'Endring i legitimasjonsdokument'),
  type(
    'endringIUtenlandskPersonidentifikasjon',
    'Foreign Identity Number Changed',
    'Endring i utenlandsk personidentifikasjon',
  ),
  type(
    'endringIUtlendingsmyndighetenesIdentifikasjonsnummer',
    'DUF Number Changed',
    'Endring i utlendingsmyndighetenes identifikasjonsnummer',
  ),
  type('endringIBrukAvSamiskSpraak', 'Use of Sami Language Changed', 'Endring i bruk av samisk språk'),
  type(
    'endringISametingetsValgmanntall',
    'Electoral Roll of the Sámediggi Changed',
    'Endring i Sametingets valgmanntall',
  ),
  type('endringIPerson', 'Something Changed (Private and Press Packages)', 'Endring i person (private og presse)'),
];
