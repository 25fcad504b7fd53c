import { provesAbsence } from '../../inventory/coverage';
import type {
  ContainerSummary,
  PlainObject,
  PodObject,
} from '../../inventory/objects';
import type { ClusterSnapshot } from '../../inventory/snapshot';
import { message } from '../../messages';
import type { RunningIdentity } from '../types';

const ROLE_ANNOTATION = 'eks.amazonaws.com/role-arn';

/**
 * How a controller gets its rights in AWS: by what was put into its Pods, else
 * by what its ServiceAccount asks for. The role of Pod Identity is EKS' to tell.
 */
export function identityOf(options: {
  cluster: ClusterSnapshot;
  namespace: string;
  serviceAccount: string;
  container: ContainerSummary;
  pods: readonly PodObject[];
}): RunningIdentity {
  const { cluster, namespace, serviceAccount, container, pods } = options;
  const { serviceAccounts, pods: podKind } = cluster.kinds;
  const account = serviceAccounts?.items.find(
    ({ metadata }) =>
      metadata.namespace === namespace && metadata.name === serviceAccount,
  );
  const envs = [container, ...containersOf(pods, container.name)].map(envOf);
  const has = (name: string) => envs.some(env => env.has(name));
  const roleInPod = envs
    .map(env => env.get('AWS_ROLE_ARN'))
    .find(arn => arn !== undefined);
  const roleArn = roleInPod ?? roleOf(account);

  if (has('AWS_ACCESS_KEY_ID')) {
    return {
      kind: 'static-keys',
      because: message('compatibility.identity-static-keys'),
    };
  }
  if (
    has('AWS_CONTAINER_CREDENTIALS_FULL_URI') &&
    !has('AWS_WEB_IDENTITY_TOKEN_FILE')
  ) {
    return {
      kind: 'pod-identity',
      because: message('compatibility.identity-pod-identity'),
    };
  }
  if (roleArn !== undefined) {
    return {
      kind: 'irsa',
      roleArn,
      because:
        roleInPod === undefined
          ? message('compatibility.identity-irsa-annotation', {
              namespace,
              serviceAccount,
              roleArn,
            })
          : message('compatibility.identity-irsa-pod', { roleArn }),
    };
  }
  if (
    account !== undefined &&
    provesAbsence(serviceAccounts) &&
    provesAbsence(podKind) &&
    pods.length > 0
  ) {
    return {
      kind: 'node-role',
      because: message('compatibility.identity-node-role', {
        namespace,
        serviceAccount,
      }),
    };
  }
  return {
    kind: 'unknown',
    because: message('compatibility.identity-unknown', {
      namespace,
      serviceAccount,
    }),
  };
}

function roleOf(account: PlainObject | undefined): string | undefined {
  return account?.metadata.annotations?.[ROLE_ANNOTATION] || undefined;
}

function containersOf(
  pods: readonly PodObject[],
  name: string,
): ContainerSummary[] {
  return pods.flatMap(({ spec }) =>
    (spec?.containers ?? []).filter(each => each.name === name),
  );
}

/** Names with their values; one that comes from elsewhere has none. */
function envOf({
  env = [],
}: ContainerSummary): Map<string, string | undefined> {
  return new Map(env.map(({ name, value }) => [name, value]));
}
