import { message } from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { detailOf } from '../../text';
import { ClusterRequestError } from './ClusterRequestError';

/** A Kubernetes `Status`: the API server itself says no. */
const statusSchema = z.object({
  kind: z.literal('Status'),
  message: z.string().optional(),
  metadata: z.object({ continue: z.string().optional() }).optional(),
  details: z.object({ name: z.string().optional() }).nullish(),
});

/** A Backstage error: the kubernetes plugin says no, not the cluster. */
const backstageSchema = z.object({
  error: z.object({
    name: z.string(),
    message: z.string(),
    cause: z
      .object({ code: z.string().optional(), message: z.string().optional() })
      .optional(),
  }),
});

/** An answer that is no success. */
export interface Refusal {
  cluster: string;
  /** What was asked for, as people call it. */
  resource: string;
  status: number;
  body: string;
  /** The `Retry-After` header, in milliseconds. */
  retryAfterMs?: number;
}

/** Tells what a refusal means; several servers speak through one proxy. */
export function refusalError(refusal: Refusal): ClusterRequestError {
  const { status, body } = refusal;
  const json = parse(body);
  const ofCluster = statusSchema.safeParse(json).data;
  const ofPortal = backstageSchema.safeParse(json).data?.error;
  switch (status) {
    case 401:
      return new ClusterRequestError({
        failure: 'denied',
        reason: message('source.cluster-rejects-credentials', {
          cluster: refusal.cluster,
        }),
      });
    case 403:
      return new ClusterRequestError({
        failure: 'denied',
        reason: message('source.cluster-denies', {
          cluster: refusal.cluster,
          resource: refusal.resource,
          detail: saidBy(ofCluster?.message ?? ofPortal?.message),
        }),
      });
    case 404:
      return missing(refusal, { ofCluster, ofPortal });
    case 410:
      return new ClusterRequestError({
        failure: 'expired',
        reason: message('source.list-expired'),
        continueToken: ofCluster?.metadata?.continue || undefined,
      });
    case 429:
    case 503:
      return new ClusterRequestError({
        failure: 'failed',
        reason: message('source.come-back-later', { status }),
        retry: { afterMs: refusal.retryAfterMs },
      });
    default:
      return ofPortal?.cause
        ? unreachable(refusal.cluster, ofPortal.cause)
        : serverError(status, ofCluster?.message ?? ofPortal?.message);
  }
}

/** Nobody answered: neither the cluster nor, perhaps, the kubernetes plugin. */
export function unreachable(
  cluster: string,
  cause: { code?: string; message?: string },
): ClusterRequestError {
  return new ClusterRequestError({
    failure: 'unreachable',
    reason: message('source.cluster-unreachable', {
      cluster,
      detail: detailOf(cause.message || cause.code || 'no answer'),
    }),
    retry:
      cause.code === 'ECONNRESET' || cause.code === 'UND_ERR_SOCKET'
        ? {}
        : undefined,
  });
}

/** The answer is there and cannot be read. */
export function unusable(detail: string): ClusterRequestError {
  return new ClusterRequestError({
    failure: 'failed',
    reason: message('source.not-json', { detail }),
  });
}

function missing(
  { cluster, resource }: Refusal,
  said: {
    ofCluster?: z.infer<typeof statusSchema>;
    ofPortal?: { message: string };
  },
): ClusterRequestError {
  if (said.ofPortal) {
    // The kubernetes plugin: it is the cluster that it does not find.
    return new ClusterRequestError({
      failure: 'unreachable',
      reason: message('source.cluster-unknown', { cluster }),
    });
  }
  const failure = said.ofCluster
    ? (said.ofCluster.details?.name && 'object-missing') || 'resource-missing'
    : 'path-missing';
  return new ClusterRequestError({
    failure,
    reason: message('source.served-but-missing', { resource }),
  });
}

function serverError(status: number, said?: string): ClusterRequestError {
  return new ClusterRequestError({
    failure: 'failed',
    reason: message('source.server-error', { status, detail: saidBy(said) }),
  });
}

function saidBy(text: string | undefined): string {
  return text ? detailOf(text).replace(/\.$/, '') : 'it gave no reason';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
