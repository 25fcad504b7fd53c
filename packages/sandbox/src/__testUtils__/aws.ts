import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { longLivedKeys } from '../aws';
import { Fleet } from '../fleet';

/** Keys as the clients take them. */
export interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** Real clients of AWS that talk to a fleet. */
export interface AwsClients {
  elb: ElasticLoadBalancingV2Client;
  tagging: ResourceGroupsTaggingAPIClient;
  sts: STSClient;
}

/** Clients with the main account's keys, or others. */
export function awsClients(
  fleet: Fleet,
  options: { region?: string; keys?: Keys } = {},
): AwsClients {
  const config = {
    endpoint: fleet.aws.endpoint,
    region: options.region ?? 'eu-west-1',
    credentials: options.keys ?? longLivedKeys(fleet.aws.mainAccountId),
    // What a test sees must be the server's answer, not the client's patience.
    maxAttempts: 1,
  };
  return {
    elb: new ElasticLoadBalancingV2Client(config),
    tagging: new ResourceGroupsTaggingAPIClient(config),
    sts: new STSClient(config),
  };
}

/** Keys of the role in an account, as STS hands them out. */
export async function assumeRole(fleet: Fleet, account: string): Promise<Keys> {
  const { roleName } = fleet.aws.accounts[0];
  const { Credentials } = await awsClients(fleet).sts.send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${account}:role/${roleName}`,
      RoleSessionName: 'test',
    }),
  );
  return {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken,
  };
}

/** A call in the query protocol, as bytes, for services without a client here. */
export async function rawQuery(
  fleet: Fleet,
  options: {
    service: string;
    params: Record<string, string>;
    region?: string;
    keys?: Keys;
  },
): Promise<{ status: number; body: string }> {
  const { service, params, region = 'eu-west-1' } = options;
  const keys = options.keys ?? longLivedKeys(fleet.aws.mainAccountId);
  const response = await fetch(fleet.aws.endpoint, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/20261124/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(params).toString(),
  });
  return { status: response.status, body: await response.text() };
}
