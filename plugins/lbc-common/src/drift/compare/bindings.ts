import { TargetGroupBindingObject } from '../../inventory/objects';
import { ExpectedModel } from '../expected/types';
import { Comparison } from './Comparison';
import { StackLookup } from './groups';

/** The bindings that keep the targets of the stack's target groups. */
export function compareBindings(options: {
  comparison: Comparison;
  model: ExpectedModel;
  lookup: StackLookup;
  /** Target groups of the load balancer, by resource ID. */
  groups: readonly string[];
  bindings: ReadonlyMap<string, TargetGroupBindingObject> | undefined;
}): void {
  const { comparison, model, lookup, groups, bindings } = options;
  const bound = groups.filter(id =>
    Object.hasOwn(model.targetGroupBindings, id),
  );
  if (!bindings && bound.length > 0) {
    comparison.unread('drift.unread.bindings');
    return;
  }
  for (const id of bound) {
    const { namespace, name, targetType, serviceRef } =
      model.targetGroupBindings[id];
    const arn = lookup.targetGroupArn(id);
    const path = `targetGroupBindings.${id}`;
    const params = { namespace, name };
    const live = bindings?.get(`${namespace}/${name}`)?.spec;
    // Where the target group has another name, so has its binding.
    const isNamed = lookup.isNamed(id);
    if (live && arn !== undefined) {
      comparison.check({
        path: `${path}.targetGroupARN`,
        code: 'drift.found.binding-target',
        params,
        expected: arn,
        live: live.targetGroupARN,
      });
      comparison.check({
        path: `${path}.targetType`,
        code: 'drift.found.binding-setting',
        params: { ...params, setting: 'targetType' },
        expected: targetType,
        live: live.targetType,
      });
      comparison.check({
        path: `${path}.serviceRef`,
        code: 'drift.found.binding-setting',
        params: { ...params, setting: 'serviceRef' },
        expected: `${serviceRef.name}:${serviceRef.port}`,
        live: `${live.serviceRef?.name}:${live.serviceRef?.port}`,
      });
    } else if (arn !== undefined && isNamed) {
      comparison.differs({
        path,
        code: 'drift.found.binding-missing',
        params,
        expected: name,
        live: null,
      });
    }
  }
}
