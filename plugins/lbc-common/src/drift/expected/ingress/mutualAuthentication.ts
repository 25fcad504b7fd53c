import { notModelled } from '../../facts';
import { bool, field, num, obj, str } from '../parts/read';
import { oneOf, refuse } from '../parts/refused';
import { ExpectedListener } from '../types';
import { Member, keyOf } from './members';

type MutualAuthentication = NonNullable<
  ExpectedListener['mutualAuthentication']
>;

/** `mutual-authentication` by port (`parseMtlsConfigEntries`). */
export function mutualAuthenticationOf(
  member: Member,
): Map<number, MutualAuthentication> {
  const suffix = 'mutual-authentication';
  const value = member.annotations.json(suffix);
  const result = new Map<number, MutualAuthentication>();
  if (value === undefined) {
    return result;
  }
  const annotation = member.annotations.nameOf(suffix);
  const wrong = (): never =>
    refuse('drift.refused.mutual-authentication', {
      annotation,
      owner: keyOf(member),
    });
  if (!Array.isArray(value) || value.length === 0) {
    return wrong();
  }
  for (const each of value) {
    const entry = obj(each) ?? wrong();
    const port = num(field(entry, 'port')) ?? 0;
    const mode = oneOf(
      str(field(entry, 'mode')) ?? '',
      ['off', 'passthrough', 'verify'],
      annotation,
    );
    const trustStore = str(field(entry, 'trustStore')) ?? '';
    const ignore = bool(field(entry, 'ignoreClientCertificateExpiry'));
    const advertise = str(field(entry, 'advertiseTrustStoreCaNames'));
    const verify = mode === 'verify';
    if (
      port < 1 ||
      port > 65535 ||
      verify === (trustStore === '') ||
      (!verify && (ignore !== undefined || advertise !== undefined)) ||
      (advertise !== undefined && advertise !== 'on' && advertise !== 'off')
    ) {
      return wrong();
    }
    result.set(port, {
      mode,
      // A mode without one has an empty one in the controller's model.
      trustStoreArn:
        !verify || trustStore.startsWith('arn:')
          ? trustStore
          : notModelled('trust-store-names'),
      ignoreClientCertificateExpiry: verify ? ignore ?? false : ignore,
      advertiseTrustStoreCaNames: advertise,
    });
  }
  return result;
}
