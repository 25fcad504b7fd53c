import { z } from 'zod';

/** Access keys are 20 characters: what kind, whose, and the account. */
const LONG_LIVED = 'AKIALBCS';
const TEMPORARY = 'ASIALBCS';

/** Who calls. */
export interface Identity {
  accountId: string;
  /** The ARN that AWS names the caller by. */
  arn: string;
  userId: string;
  /** When temporary keys end, in milliseconds. */
  expiresAt?: number;
}

/** Keys as STS hands them out, or as configuration holds them. */
export interface AccessKeys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** Nothing is signed with it that anybody checks. */
const SECRET = 'not-a-secret-the-sandbox-does-not-check-signatures';

const sessionSchema = z.object({
  account: z.string(),
  role: z.string(),
  session: z.string(),
  expiresAt: z.number(),
});

/** The long-lived key of an account. */
export function longLivedKeys(accountId: string): AccessKeys {
  return { accessKeyId: `${LONG_LIVED}${accountId}`, secretAccessKey: SECRET };
}

/** Temporary keys: the key names the account, the token everything else. */
export function temporaryKeys(
  session: z.infer<typeof sessionSchema>,
): AccessKeys {
  return {
    accessKeyId: `${TEMPORARY}${session.account}`,
    secretAccessKey: SECRET,
    sessionToken: Buffer.from(JSON.stringify(session)).toString('base64url'),
  };
}

/** Who an access key belongs to; nobody, where the fleet did not make it. */
export function identify(options: {
  accessKeyId: string;
  sessionToken?: string;
  mainAccountId: string;
}): Identity | undefined {
  const { accessKeyId, sessionToken, mainAccountId } = options;
  if (accessKeyId === `${LONG_LIVED}${mainAccountId}`) {
    return {
      accountId: mainAccountId,
      arn: `arn:aws:iam::${mainAccountId}:user/backstage`,
      userId: 'AIDALBCSANDBOX',
    };
  }
  const session = parseSession(sessionToken);
  if (!session || accessKeyId !== `${TEMPORARY}${session.account}`) {
    return undefined;
  }
  return {
    accountId: session.account,
    arn: `arn:aws:sts::${session.account}:assumed-role/${session.role}/${session.session}`,
    userId: `AROALBCSANDBOX:${session.session}`,
    expiresAt: session.expiresAt,
  };
}

function parseSession(token: string | undefined) {
  if (!token) {
    return undefined;
  }
  try {
    const json: unknown = JSON.parse(
      Buffer.from(token, 'base64url').toString('utf8'),
    );
    return sessionSchema.safeParse(json).data;
  } catch {
    return undefined;
  }
}
