import { Refusal } from '../refusal.js';
import type { Access } from './packages.js';
import { selectParts, type PartSelection } from './parts.js';
import { invalidParameter, RegisterRefusal } from './registerRefusal.js';
import type { FolkeregisterSettings } from './settings.js';

/** Which parts of a person this caller gets to see. The register refuses what its package lacks, Fiks what the role lacks. */
export const selectionFor = (
  access: Access,
  asked: readonly string[],
  settings: FolkeregisterSettings,
): PartSelection => {
  const selection = selectParts(asked, access.pack.catalog);
  if ('unknownPart' in selection) {
    throw new RegisterRefusal(
      access.pack.legalBasis ? settings.unknownPartStatus : 406,
      'Ugyldig part.',
      `no part is called "${selection.unknownPart}" in this rights package`,
      access.pack.legalBasis ? 'register' : 'declared',
    );
  }
  if (selection.history && selection.implied && settings.historyAlone === 'refused') {
    throw invalidParameter('historikk is no part of its own: name the parts it goes with');
  }
  const outside = [...selection.parts].find((name) => !access.allowedParts.has(name));
  if (outside !== undefined) {
    throw outsideRole(
      selection.implied
        ? `asking for no part means all of person-basis, and the role lacks ${outside}`
        : `the role does not include ${outside}`,
      settings,
    );
  }
  if (selection.history && !access.history) throw outsideRole('the role does not include historikk', settings);
  return selection;
};

const outsideRole = (reason: string, { partOutsideRoleStatus }: FolkeregisterSettings): Refusal =>
  new Refusal(partOutsideRoleStatus, 'Mangler tilgang', reason);
