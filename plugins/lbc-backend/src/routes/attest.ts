import { InputError } from '@backstage/errors';
import {
  lbcAttestPermission,
  releaseName,
} from '@lbc-backstage/plugin-lbc-common';
import { attestationRequestSchema } from '@lbc-backstage/plugin-lbc-common/schema';
import express from 'express';
import { callerOf } from './caller';
import { demandCluster } from './readiness';
import type { AddRoute } from './types';

/** Longer, and nobody remembers what it was about. */
const LONGEST_DAYS = 90;
const DAY_MS = 86_400_000;

function readBody(body: unknown) {
  const parsed = attestationRequestSchema.safeParse(body);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new InputError(
      `Send {"check": …, "target": {"kind": …, "version": …}, "why": …, "expiresAt": …}; ${
        path.join('.') || 'the body'
      } is wrong: ${message}`,
    );
  }
  return parsed.data;
}

/** `POST /controllers/:cluster/attestations` */
export const addAttest: AddRoute = (router, context) => {
  router.post(
    '/controllers/:cluster/attestations',
    express.json({ limit: '20kb' }),
    async (req, res) => {
      const { attestations, authorizer, httpAuth, readinessCodes } = context;
      const credentials = await httpAuth.credentials(req, {
        allow: ['user', 'service'],
      });
      await authorizer.demand(lbcAttestPermission, credentials);
      const { cluster } = req.params;
      await demandCluster(context, cluster);
      const { check, target, why, expiresAt } = readBody(req.body);
      if (!readinessCodes().includes(check)) {
        throw new InputError(
          `There is no check ${check}; docs/checks.md lists them`,
        );
      }
      const now = context.now();
      const ends = Date.parse(expiresAt);
      if (ends <= now) {
        throw new InputError(
          `expiresAt is ${expiresAt}, which is over already: give a time to come`,
        );
      }
      if (ends > now + LONGEST_DAYS * DAY_MS) {
        throw new InputError(
          `expiresAt is ${expiresAt}: at most ${LONGEST_DAYS} days from now`,
        );
      }
      const kept = await attestations.add({
        cluster,
        check,
        target: {
          kind: target.kind,
          version:
            target.kind === 'controller'
              ? releaseName(target.version)
              : target.version,
        },
        why,
        by: callerOf(credentials),
        at: new Date(now).toISOString(),
        expiresAt: new Date(ends).toISOString(),
      });
      res.status(201).json(kept);
    },
  );
};
