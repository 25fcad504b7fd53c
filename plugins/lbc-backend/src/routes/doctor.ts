import {
  diagnose,
  DoctorResponse,
  DoctorTarget,
  lbcFleetReadPermission,
} from '@lbc-backstage/plugin-lbc-common';
import { oldest, pageOf } from './offsets';
import { readList, readPaging } from './query';
import type { AddRoute } from './types';

const ORDER: ReadonlyArray<DoctorTarget['status']> = [
  'not-seen',
  'partly',
  'seen',
];

/** `GET /doctor` */
export const addDoctor: AddRoute = (router, context) => {
  router.get('/doctor', async (req, res) => {
    const { authorizer, doctorFacts, httpAuth } = context;
    const paging = readPaging(req);
    const asked = readList(req, 'target');
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await authorizer.demand(lbcFleetReadPermission, credentials);
    const { targets, ...rest } = diagnose(await doctorFacts.read());
    const items = targets
      .filter(({ id }) => asked?.includes(id) ?? true)
      .sort(
        (left, right) =>
          ORDER.indexOf(left.status) - ORDER.indexOf(right.status) ||
          left.id.localeCompare(right.id),
      );
    const observedAt = oldest(targets.map(each => each.observedAt));
    const body: DoctorResponse = {
      ...rest,
      ...pageOf(items, paging),
      totalItems: items.length,
      ...(observedAt && { observedAt }),
    };
    res.json(body);
  });
};
