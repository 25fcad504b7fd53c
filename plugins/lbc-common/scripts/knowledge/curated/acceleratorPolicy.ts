import { compareReleases } from '../../../src/knowledge/compareReleases';
import type { ReleaseIamAction } from '../../../src/knowledge/types';
import { byText, grantText } from '../../../src/knowledge-data/lines/order';

// docs/install/aga_controller_iam_policy.json, the same from v2.17.0 on;
// `npm run knowledge:check` compares it with the file of each tag.

const PATHS = [
  'arn:aws:globalaccelerator::*:accelerator/*',
  'arn:aws:globalaccelerator::*:accelerator/*/listener/*',
  'arn:aws:globalaccelerator::*:accelerator/*/listener/*/endpoint-group/*',
];
const CLUSTER = 'elbv2.k8s.aws/cluster';

type Condition = ReleaseIamAction['condition'];

function allow(
  service: string,
  names: readonly string[],
  resources: string[],
  condition?: Condition,
): ReleaseIamAction[] {
  return names.map(name => ({
    action: `${service}:${name}`,
    effect: 'Allow',
    resources,
    ...(condition && { condition }),
  }));
}

const AGA = 'globalaccelerator';

function tagged(on: 'RequestTag' | 'ResourceTag', own = false): Condition {
  return {
    Null: {
      ...(own && { [`aws:RequestTag/${CLUSTER}`]: 'true' }),
      [`aws:${on}/${CLUSTER}`]: 'false',
    },
    StringEquals: { [`aws:${on}/aga.k8s.aws/resource`]: 'GlobalAccelerator' },
  };
}

const CHANGED = ['Accelerator', 'Listener', 'EndpointGroup'];

const POLICY: ReleaseIamAction[] = [
  ...allow('iam', ['CreateServiceLinkedRole'], ['*'], {
    StringEquals: { 'iam:AWSServiceName': ['globalaccelerator.amazonaws.com'] },
  }),
  ...allow(
    AGA,
    [
      'ListAccelerators',
      'ListEndpointGroups',
      'ListListeners',
      'ListTagsForResource',
    ],
    ['*'],
  ),
  ...allow('ec2', ['DescribeRegions'], ['*']),
  ...allow('tag', ['GetResources'], ['*']),
  ...allow(AGA, ['CreateAccelerator'], ['*'], tagged('RequestTag')),
  ...allow(
    AGA,
    [
      ...CHANGED.map(what => `Describe${what}`),
      ...CHANGED.map(what => `Update${what}`),
      ...CHANGED.map(what => `Delete${what}`),
      'CreateListener',
      'CreateEndpointGroup',
      'AddEndpoints',
      'RemoveEndpoints',
    ],
    PATHS,
    tagged('ResourceTag'),
  ),
  ...allow(
    AGA,
    ['TagResource', 'UntagResource'],
    PATHS.slice(0, 1),
    tagged('ResourceTag', true),
  ),
  ...allow(AGA, ['TagResource'], PATHS.slice(0, 1), tagged('RequestTag')),
].sort((a, b) => byText(grantText(a), grantText(b)));

/** The optional policy for Global Accelerator; undefined before it was there. */
export function acceleratorPolicy(
  version: string,
): ReleaseIamAction[] | undefined {
  return compareReleases(version, 'v2.17.0') >= 0 ? POLICY : undefined;
}
