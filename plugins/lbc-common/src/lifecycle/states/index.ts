import { Rule } from '../case';
import { degraded } from './degraded';
import { deleting } from './deleting';
import { drifted } from './drifted';
import { failing } from './failing';
import { foreign } from './foreign';
import { inService } from './inService';
import { orphaned } from './orphaned';
import { provisioning } from './provisioning';
import { stranded } from './stranded';
import { stuckDeleting } from './stuckDeleting';
import { superseded } from './superseded';
import { unattended } from './unattended';
import { unserved } from './unserved';

/** The rules in their order: the first that matches wins (DESIGN §6). */
export const RULES: readonly Rule[] = [
  foreign,
  stuckDeleting,
  deleting,
  stranded,
  superseded,
  orphaned,
  unserved,
  unattended,
  failing,
  provisioning,
  degraded,
  drifted,
  inService,
];
