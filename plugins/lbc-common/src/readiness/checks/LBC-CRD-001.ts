import { crdsAxis } from '../../compatibility/axes/crds';
import type { CompatibilityFinding } from '../../compatibility/types';
import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import type { ReadinessStatus } from '../types';
import { asTarget, resultsOf } from './parts/axes';

/** Fields of a status are written by the controller, and only told. */
const STATUS_FIELD = /^status(\.|$)/;

function statusOf({
  code,
  status,
  message: said,
}: CompatibilityFinding): ReadinessStatus {
  if (code !== 'crd-field-missing') {
    return status;
  }
  const { fields, count } = said.params ?? {};
  const names = Array.isArray(fields) ? fields.map(String) : [];
  // A sentence names the first few only.
  return names.length > 0 &&
    names.length === count &&
    names.every(each => STATUS_FIELD.test(each))
    ? 'warn'
    : 'fail';
}

/** The CRDs that must be there before the target starts, field by field. */
export const check: ReadinessCheck = {
  code: 'LBC-CRD-001',
  title: message('check.crds'),
  reads: ['kubernetes:customResourceDefinitions', 'knowledge'],
  blocking: true,
  when: 'before',
  targets: ['controller'],
  run: input =>
    resultsOf(crdsAxis(asTarget(input)), finding =>
      // What the Gateway API needs is said by LBC-GWAPI-001.
      finding.code === 'crd-fields-newer' ? undefined : statusOf(finding),
    ),
};
