/** How the two sides of a family name each other. */
export const childOf = (to: string, role: string) => ({ to, theyAre: role, iAm: 'barn' });

export const parentOf = (to: string, role: string) => ({ to, theyAre: 'barn', iAm: role });

export const partnerOf = (to: string, since: string) => ({
  to,
  theyAre: 'ektefelleEllerPartner',
  iAm: 'ektefelleEllerPartner',
  since,
});

/** Stands on the child and on whoever is responsible. */
export const responsible = (ansvar: string, ansvarssubjekt: string, ansvarlig: string) => ({
  ansvar,
  ansvarssubjekt,
  ansvarlig,
});
