import { provesAbsence } from '../../inventory/coverage';
import { message } from '../../messages';
import type { ReadinessCheck, ReadinessInput, ReadinessResult } from '../input';
import { isAtLeast } from './parts/jump';
import { notApplicable, pass, platform, unknown, warn } from './parts/results';
import { valueAt } from './parts/values';

const INJECT = 'cert-manager.io/inject-ca-from';

/** Who makes the certificate of the webhooks, and whether the upgrade makes a new one. */
export const check: ReadinessCheck = {
  code: 'LBC-WEBHOOK-002',
  title: message('check.webhook-certificate'),
  reads: [
    'kubernetes:mutatingWebhookConfigurations',
    'kubernetes:validatingWebhookConfigurations',
    'values',
    'knowledge',
  ],
  blocking: false,
  when: 'during',
  targets: ['controller'],
  run(input) {
    const { to, running, values } = input;
    if (!to) {
      return [unknown(message('readiness.target-unknown'))];
    }
    if (injected(input)) {
      return [pass(message('readiness.certificate-by-cert-manager'))];
    }
    if (!running.chart) {
      return [notApplicable(message('readiness.no-chart'))];
    }
    if (values && valueAt(values, 'enableCertManager') === true) {
      return [pass(message('readiness.certificate-by-cert-manager'))];
    }
    return [byChart(input, to.version)];
  },
};

function injected({ cluster }: ReadinessInput): boolean {
  const { mutatingWebhookConfigurations, validatingWebhookConfigurations } =
    cluster.kinds;
  return [
    ...(mutatingWebhookConfigurations?.items ?? []),
    ...(validatingWebhookConfigurations?.items ?? []),
  ].some(
    ({ metadata, webhooks = [] }) =>
      metadata.annotations?.[INJECT] !== undefined &&
      webhooks.some(({ name }) => name.endsWith('.k8s.aws')),
  );
}

function byChart(input: ReadinessInput, version: string): ReadinessResult {
  const { values, to } = input;
  const remedy = platform(message('readiness.do-keep-certificate'));
  const keeps = to?.chartValues?.keepTLSSecret;
  if (isAtLeast(input, 'v3.0.0') && keeps === undefined) {
    return warn(message('readiness.certificate-never-kept', { version }), {
      remedy: platform(message('readiness.do-go-to', { version: 'v3.1.0' })),
    });
  }
  const set = values && valueAt(values, 'keepTLSSecret');
  if (set === true || (values && set === undefined && keeps === true)) {
    return pass(message('readiness.certificate-kept', { version }));
  }
  if (values) {
    return warn(message('readiness.certificate-renewed', { version }), {
      remedy,
    });
  }
  return keeps === true
    ? pass(message('readiness.certificate-kept-by-default', { version }))
    : unknown(message('readiness.certificate-unknown', { version }), {
        remedy,
      });
}

/** For the plan: does the upgrade renew the certificate, as far as it is known? */
export function mayRenewCertificate(input: ReadinessInput): boolean {
  return (
    provesAbsence(input.cluster.kinds.mutatingWebhookConfigurations) &&
    check
      .run(input)
      .some(({ status }) => status === 'warn' || status === 'unknown')
  );
}
