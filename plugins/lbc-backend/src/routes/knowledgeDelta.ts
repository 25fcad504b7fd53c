import { InputError } from '@backstage/errors';
import {
  IamVariant,
  iamVariantOf,
  Knowledge,
  loadDelta,
  PARTITION_POLICIES,
} from '@lbc-backstage/plugin-lbc-common';
import type { Request } from 'express';
import { readName } from './query';
import { findRelease } from './releases';
import type { AddRoute } from './types';

/** `GET /knowledge/delta` */
export const addKnowledgeDelta: AddRoute = (router, context) => {
  router.get('/knowledge/delta', async (req, res) => {
    const { httpAuth, knowledge } = context;
    await httpAuth.credentials(req, { allow: ['user', 'service'] });
    const jump = {
      from: readRelease(req, 'from', knowledge),
      to: readRelease(req, 'to', knowledge),
      partition: readPartition(req),
    };
    res.json(await loadDelta(knowledge, jump));
  });
};

function readRelease(
  req: Request,
  name: 'from' | 'to',
  knowledge: Knowledge,
): string {
  const text = readName(req, name);
  if (text === undefined) {
    throw new InputError(
      `${name} is missing: give the release that the jump ${
        name === 'from' ? 'begins' : 'ends'
      } at, as in ?from=v2.4.7&to=v3.5.0`,
    );
  }
  const found = findRelease(knowledge, { name, text });
  if ('unknown' in found) {
    throw new InputError(found.unknown);
  }
  return found.version;
}

/** A partition, as in `aws-cn`, or the policy file's name for it, as in `cn`. */
function readPartition(req: Request): IamVariant {
  const text = readName(req, 'partition') ?? 'aws';
  const policy =
    iamVariantOf(text) ??
    Object.values(PARTITION_POLICIES).find(name => name === text);
  if (!policy) {
    throw new InputError(
      `partition is "${text}": give one of ${Object.keys(
        PARTITION_POLICIES,
      ).join(', ')}`,
    );
  }
  return policy;
}
