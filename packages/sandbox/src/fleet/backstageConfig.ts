import { longLivedKeys } from '../aws';
import { FleetAws, FleetCluster } from './options';

/** The part of a Backstage configuration that makes a portal use a fleet. */
export interface BackstageConfig {
  kubernetes: {
    serviceLocatorMethod: { type: 'multiTenant' };
    clusterLocatorMethods: Array<{
      type: 'config';
      clusters: Array<{
        name: string;
        url: string;
        authProvider: 'serviceAccount';
        serviceAccountToken: string;
        caData: string;
      }>;
    }>;
  };
  aws: {
    mainAccount: { accessKeyId: string; secretAccessKey: string };
    accounts: Array<{ accountId: string; roleName: string }>;
  };
  lbc: { aws: { scopes: Array<{ accountId: string; region: string }> } };
}

/** Writes the configuration for a fleet. */
export function backstageConfig(options: {
  clusters: FleetCluster[];
  aws: FleetAws;
}): BackstageConfig {
  const { clusters, aws } = options;
  const { accessKeyId, secretAccessKey } = longLivedKeys(aws.mainAccountId);
  return {
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: clusters.map(({ name, url, token, caPem }) => ({
            name,
            url,
            authProvider: 'serviceAccount',
            serviceAccountToken: token,
            caData: Buffer.from(caPem).toString('base64'),
          })),
        },
      ],
    },
    aws: {
      mainAccount: { accessKeyId, secretAccessKey },
      accounts: aws.accounts
        .filter(({ accountId }) => accountId !== aws.mainAccountId)
        .map(({ accountId, roleName }) => ({ accountId, roleName })),
    },
    lbc: {
      aws: {
        scopes: aws.accounts.flatMap(({ accountId, regions }) =>
          regions.map(region => ({ accountId, region })),
        ),
      },
    },
  };
}

/** The environment that points AWS' clients at a fleet. */
export function awsEnvironment(aws: FleetAws): Record<string, string> {
  const { accessKeyId, secretAccessKey } = longLivedKeys(aws.mainAccountId);
  const main = aws.accounts.find(each => each.accountId === aws.mainAccountId);
  const region = main?.regions[0] ?? 'us-east-1';
  return {
    AWS_ENDPOINT_URL: aws.endpoint,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    // Nothing may go looking for a real identity.
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
