import { asString } from '../../json';
import { AwsError } from '../AwsError';
import { AwsService } from '../AwsService';
import { temporaryKeys } from '../credentials';
import { queryProtocol } from '../protocols';

const ROLE_ARN = /^arn:aws[\w-]*:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/;

export const stsService: AwsService = {
  name: 'sts',
  signingName: 'sts',
  iamPrefix: 'sts',
  protocol: queryProtocol('https://sts.amazonaws.com/doc/2011-06-15/'),
  operations: {
    GetCallerIdentity: ({ identity }) => ({
      Arn: identity.arn,
      UserId: identity.userId,
      Account: identity.accountId,
    }),

    AssumeRole: ({ params, identity, accounts, now }) => {
      const roleArn = asString(params.RoleArn);
      const [, account, role] = ROLE_ARN.exec(roleArn) ?? [];
      if (account === undefined || accounts.roleOf(account) !== role) {
        // AWS does not say whether the role exists.
        throw new AwsError({
          code: 'AccessDenied',
          message: `User: ${identity.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
          status: 403,
        });
      }
      const session = asString(params.RoleSessionName, 'session');
      const asked = Number(asString(params.DurationSeconds)) || Infinity;
      const seconds = Math.min(asked, accounts.sessionSeconds);
      const expiresAt = now + seconds * 1000;
      const keys = temporaryKeys({ account, role, session, expiresAt });
      return {
        Credentials: {
          AccessKeyId: keys.accessKeyId,
          SecretAccessKey: keys.secretAccessKey,
          SessionToken: keys.sessionToken,
          Expiration: new Date(expiresAt).toISOString(),
        },
        AssumedRoleUser: {
          AssumedRoleId: `AROALBCSANDBOX:${session}`,
          Arn: `arn:aws:sts::${account}:assumed-role/${role}/${session}`,
        },
        PackedPolicySize: 6,
      };
    },
  },
};
