import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import type { credentialsFor } from '../admin/credentials.js';

type Credentials = ReturnType<typeof credentialsFor>;

/** Somebody who lives in the Folkeregister. */
const ANYONE = '12848539668';

/** As a file that `node --env-file` and a shell can read. */
export const dotEnv = ({ maskinporten, fiks }: Credentials): string =>
  Object.entries({
    SANDBOX: maskinporten.sandboxUrl,
    MASKINPORTEN_CLIENT_ID: maskinporten.clientId,
    MASKINPORTEN_KEY_ID: maskinporten.keyId,
    MASKINPORTEN_PRIVATE_JWK: `'${maskinporten.privateKey}'`,
    FIKS_INTEGRATION_ID: fiks.integrationId,
    FIKS_INTEGRATION_PASSWORD: fiks.integrationPassword,
    FIKS_ROLLE_ID: fiks.rolleId,
    FIKS_KONTO_ID: fiks.kontoId,
    FIKS_ORG_ID: fiks.fiksOrgId,
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

const pemOf = (jwk: string): string =>
  createPrivateKey({ key: JSON.parse(jwk) as JsonWebKey, format: 'jwk' })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();

/** From the key to a person, with nothing but curl and openssl. */
export const curlScript = ({ maskinporten, fiks }: Credentials): string => {
  const { sandboxUrl, clientId, keyId, privateKey } = maskinporten;
  return `sandbox='${sandboxUrl}'
key='${pemOf(privateKey)}'
base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
now=$(date +%s)
header=$(printf '{"alg":"RS256","kid":"${keyId}"}' | base64url)
claims=$(printf '{"aud":"%s/maskinporten/","iss":"${clientId}","scope":"ks:fiks","iat":%s,"exp":%s,"jti":"%s"}' \\
  "$sandbox" "$now" "$((now + 100))" "$(openssl rand -hex 16)" | base64url)
printf '%s' "$key" > sandbox-key.pem
signature=$(printf '%s.%s' "$header" "$claims" | openssl dgst -sha256 -sign sandbox-key.pem | base64url)
token=$(curl -s "$sandbox/maskinporten/token" \\
  --data-urlencode 'grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer' \\
  --data-urlencode "assertion=$header.$claims.$signature" | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
curl -s "$sandbox/fiks/folkeregister/api/v1/${fiks.rolleId}/v1/personer/${ANYONE}?part=navn" \\
  -H "Authorization: Bearer $token" \\
  -H 'IntegrasjonId: ${fiks.integrationId}' \\
  -H 'IntegrasjonPassord: ${fiks.integrationPassword}'
`;
};
