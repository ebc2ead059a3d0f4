/**
 * The configurations a node of ours needs, for flows that are deployed to a Node-RED of its own.
 */
import type { FlowNode } from '../../scripts/node-red/host.mts';
import type { SandboxCredentials } from '../../sandbox/src/index';

/** What a node of ours says to use them. */
export const CONFIGURED = { maskinporten: 'client', fiks: 'integration' } as const;

interface Configurations {
  readonly nodes: readonly FlowNode[];
  readonly secrets: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const configurationsFor = ({ maskinporten, fiks }: SandboxCredentials): Configurations => {
  const { privateKey, ...client } = maskinporten;
  const { integrationPassword, referenceSecret, ...integration } = fiks;
  return {
    nodes: [
      { ...client, id: CONFIGURED.maskinporten, type: 'norsk-kommune-maskinporten' },
      { ...integration, id: CONFIGURED.fiks, type: 'norsk-kommune-fiks' },
    ],
    secrets: {
      [CONFIGURED.maskinporten]: { privateKey },
      [CONFIGURED.fiks]: { integrationPassword, referenceSecret },
    },
  };
};
