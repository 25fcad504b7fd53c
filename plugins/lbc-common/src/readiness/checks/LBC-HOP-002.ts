import { parseGates } from '../../compatibility/running';
import { message } from '../../messages';
import type { KnownIssue } from '../../knowledge/types';
import type { ReadinessCheck, ReadinessInput } from '../input';
import { fail, known, pass, platform, unknown, warn } from './parts/results';

/** Issues of which it can be told from the cluster whether they bite. */
const BITES: Record<string, (input: ReadinessInput) => boolean | undefined> = {
  '#1650': () => false,
  '#3071': ({ running, kubernetes }) =>
    running.flags['enable-endpoint-slices'] === 'true' &&
    (kubernetes.to === undefined
      ? undefined
      : Number(kubernetes.to.split('.')[1]) >= 25),
  '#3158': ({ cluster }) =>
    cluster.kinds.ingresses?.coverage === 'complete'
      ? cluster.kinds.ingresses.items.some(({ spec }) =>
          (spec?.rules ?? []).some(({ http }) => !http?.paths),
        )
      : undefined,
  '#4435': ({ running }) =>
    parseGates(running.flags['feature-gates']).settings.AGAController !== false,
  '#4684': gatewayCrash,
  '#4712': gatewayCrash,
};

/** Where upstream's CRDs are not there at all, its detection finds nothing. */
function gatewayCrash({ cluster, running }: ReadinessInput) {
  const { customResourceDefinitions: crds } = cluster.kinds;
  const gates = running.flags['feature-gates'] ?? '';
  if (/ALBGatewayAPI=false/.test(gates) && /NLBGatewayAPI=false/.test(gates)) {
    return false;
  }
  if (crds?.coverage !== 'complete') {
    return undefined;
  }
  // LBC-GWAPI-001 looks at which CRDs are there.
  return crds.items.some(
    ({ metadata }) => metadata.name === 'gateways.gateway.networking.k8s.io',
  );
}

/** The target itself is known to be bad. */
export const check: ReadinessCheck = {
  code: 'LBC-HOP-002',
  title: message('check.known-issues'),
  reads: ['knowledge', 'kubernetes:customResourceDefinitions'],
  blocking: true,
  when: 'before',
  targets: ['controller'],
  run(input) {
    const { to, delta } = input;
    if (!to) {
      return [unknown(message('readiness.target-unknown'))];
    }
    if (to.knownIssues.length === 0) {
      return [
        pass(message('readiness.no-known-issues', { version: to.version })),
      ];
    }
    const instead = delta?.stops?.target.instead;
    return to.knownIssues.map(issue =>
      resultOf(issue, {
        version: to.version,
        bites: BITES[issue.issue]?.(input),
        // No condition: it always does.
        always: issue.condition === undefined,
        ...(instead !== undefined && { instead }),
      }),
    );
  },
};

function resultOf(
  { issue, text, condition = '', sources, fixedIn }: KnownIssue,
  given: {
    version: string;
    bites?: boolean;
    always: boolean;
    instead?: string;
  },
) {
  const { version, bites, always } = given;
  const better = given.instead ?? fixedIn;
  const more = {
    evidence: sources.map(source =>
      known(message('evidence.release-source', { source })),
    ),
    ...(better !== undefined && {
      remedy: platform(message('readiness.do-go-to', { version: better })),
    }),
  };
  if (always || bites === true) {
    return fail(
      message('readiness.known-issue', { version, issue, text }),
      more,
    );
  }
  return bites === false
    ? pass(
        message('readiness.known-issue-not-here', {
          version,
          issue,
          text,
          condition,
        }),
        more,
      )
    : warn(
        message('readiness.known-issue-if', {
          version,
          issue,
          text,
          condition,
        }),
        more,
      );
}
