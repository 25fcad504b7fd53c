import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { fail, pass, platform, unknown } from './parts/results';

/** Objects may be stored in a version that the target's CRD no longer has. */
export const check: ReadinessCheck = {
  code: 'LBC-CRD-003',
  title: message('check.stored-versions'),
  reads: ['kubernetes:customResourceDefinitions', 'knowledge'],
  blocking: true,
  when: 'before',
  targets: ['controller'],
  run({ cluster, to }) {
    if (!to) {
      return [unknown(message('readiness.target-unknown'))];
    }
    const live = cluster.kinds.customResourceDefinitions?.items ?? [];
    const found = to.crds.flatMap(({ name, versions }) => {
      const crd = live.find(({ metadata }) => metadata.name === name);
      const lost = (crd?.status?.storedVersions ?? []).filter(
        stored => !versions.some(each => each.name === stored),
      );
      return lost.length > 0
        ? [
            fail(
              message('readiness.stored-version-lost', {
                crd: name,
                stored: lost,
                version: to.version,
              }),
              {
                remedy: platform(
                  message('readiness.do-migrate-storage', { crd: name }),
                ),
              },
            ),
          ]
        : [];
    });
    return found.length > 0
      ? found
      : [
          pass(
            message('readiness.stored-versions-kept', {
              version: to.version,
            }),
          ),
        ];
  },
};
