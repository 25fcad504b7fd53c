import { message } from '../../messages';
import {
  AWS_RIGHTS,
  iamPolicy,
  OPTIONAL_AWS_SERVICES,
  OptionalAwsService,
} from '../../rights';
import { finding, hidden } from '../finding';
import type { DoctorFinding, DoctorInput } from '../types';
import { yamlList } from '../yaml';

/** What configuration leaves out, and what is wrong with it as a whole. */
export function portalFindings(input: DoctorInput): DoctorFinding[] {
  const { targets, problems, suggestedScopes, optional } = input;
  const has = (kind: 'cluster' | 'scope') =>
    targets.some(target => target.kind === kind);
  return [
    ...problems.map(problem =>
      finding('discovery-problem', 'error', {
        message: problem,
        remedy: message('doctor.do-fix-configuration'),
      }),
    ),
    ...(has('cluster')
      ? []
      : [
          finding('no-clusters', 'error', {
            message: message('doctor.no-clusters'),
            hides: hidden('cluster-identity'),
            remedy: message('doctor.do-add-clusters'),
          }),
        ]),
    ...(has('scope')
      ? []
      : [
          finding('no-scopes', 'error', {
            message: message('doctor.no-scopes'),
            hides: hidden('load-balancers'),
            remedy: message('doctor.do-add-regions'),
            snippets: [
              {
                purpose: message('doctor.snippet-regions'),
                language: 'yaml',
                text: ['lbc:', '  aws:', '    regions: [eu-west-1]'].join('\n'),
              },
            ],
          }),
        ]),
    ...suggestedScopes.map(({ accountId, region, seenIn }) =>
      finding('scope-suggested', 'warning', {
        message: message('doctor.scope-suggested', {
          accountId,
          region,
          clusters: [...seenIn],
        }),
        hides: hidden('load-balancers'),
        remedy: message('doctor.do-add-scope', { accountId, region }),
        snippets: [
          {
            purpose: message('doctor.snippet-scope', { accountId, region }),
            language: 'yaml',
            text: yamlList(['lbc', 'aws', 'scopes'], [{ accountId, region }]),
          },
        ],
      }),
    ),
    ...OPTIONAL_AWS_SERVICES.filter(service => !optional[service]).map(
      switchedOff,
    ),
  ];
}

function switchedOff(service: OptionalAwsService): DoctorFinding {
  const [right] = AWS_RIGHTS.filter(({ group }) => group === service);
  return finding('switched-off', 'info', {
    message: message('doctor.switched-off', {
      option: `lbc.aws.optional.${service}`,
    }),
    hides: hidden(right.hides),
    remedy: message('doctor.do-switch-on', {
      option: `lbc.aws.optional.${service}`,
    }),
    snippets: [
      {
        purpose: message('doctor.snippet-switch', {
          option: `lbc.aws.optional.${service}`,
        }),
        language: 'yaml',
        text: [
          'lbc:',
          '  aws:',
          '    optional:',
          `      ${service}: true`,
        ].join('\n'),
      },
      {
        purpose: message('doctor.snippet-statement'),
        language: 'json',
        text: JSON.stringify(iamPolicy([service]).Statement[0], null, 2),
      },
    ],
  });
}
