import { z } from 'zod';
import { FaultHooks, FaultKind } from '../types';
import { anotherClusterFault } from './anotherCluster';
import { clockSkewFault } from './clockSkew';
import { continueLoopFault } from './continueLoop';
import { deniedFault } from './denied';
import { emptyPageFault } from './emptyPage';
import { expireContinueFault } from './expireContinue';
import { expiredCredentialsFault } from './expiredCredentials';
import { filteredNamespacesFault } from './filteredNamespaces';
import { garbageGzipFault } from './garbageGzip';
import { halfBodyFault } from './halfBody';
import { hangFault } from './hang';
import { hugeObjectFault } from './hugeObject';
import { repeatPageFault } from './repeatPage';
import { resetFault } from './reset';
import { retryAfterFault } from './retryAfter';
import { slowFault } from './slow';
import { statusFault } from './status';
import { tagsLagFault } from './tagsLag';
import { throttleFault } from './throttle';
import { wrongJsonFault } from './wrongJson';
import { wrongTypeFault } from './wrongType';
import { wrongXmlFault } from './wrongXml';

/** What a fault does, with the values that it takes. */
export const faultSpecSchema = z.discriminatedUnion('kind', [
  anotherClusterFault.schema,
  clockSkewFault.schema,
  continueLoopFault.schema,
  deniedFault.schema,
  emptyPageFault.schema,
  expireContinueFault.schema,
  expiredCredentialsFault.schema,
  filteredNamespacesFault.schema,
  garbageGzipFault.schema,
  halfBodyFault.schema,
  hangFault.schema,
  hugeObjectFault.schema,
  repeatPageFault.schema,
  resetFault.schema,
  retryAfterFault.schema,
  slowFault.schema,
  statusFault.schema,
  tagsLagFault.schema,
  throttleFault.schema,
  wrongJsonFault.schema,
  wrongTypeFault.schema,
  wrongXmlFault.schema,
]);

/** A fault as it is written in a rule. */
export type FaultSpec = z.input<typeof faultSpecSchema>;

/** A kind of fault that makes its hooks from a spec which it checks itself. */
export interface RegisteredFault {
  kind: string;
  title: string;
  sides: FaultKind['sides'];
  create(spec: unknown): FaultHooks;
}

function register<S extends z.ZodType>(fault: FaultKind<S>): RegisteredFault {
  const { kind, title, sides, schema } = fault;
  return {
    kind,
    title,
    sides,
    create: spec => fault.create(schema.parse(spec)),
  };
}

/** Every kind of fault, in the order in which people are shown them. */
export const faultKinds: RegisteredFault[] = [
  register(statusFault),
  register(deniedFault),
  register(throttleFault),
  register(retryAfterFault),
  register(expiredCredentialsFault),
  register(slowFault),
  register(hangFault),
  register(resetFault),
  register(halfBodyFault),
  register(wrongJsonFault),
  register(wrongXmlFault),
  register(garbageGzipFault),
  register(wrongTypeFault),
  register(hugeObjectFault),
  register(clockSkewFault),
  register(expireContinueFault),
  register(continueLoopFault),
  register(repeatPageFault),
  register(emptyPageFault),
  register(filteredNamespacesFault),
  register(anotherClusterFault),
  register(tagsLagFault),
];
