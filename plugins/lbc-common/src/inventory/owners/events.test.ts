import { EventObject } from '../objects';
import { reconcileEvents } from './events';

function event(more: Partial<EventObject>): EventObject {
  return {
    metadata: { name: 'e', namespace: 'shop', uid: 'e' },
    involvedObject: {
      kind: 'Ingress',
      namespace: 'shop',
      name: 'web',
      uid: 'u',
    },
    ...more,
  };
}

const success = event({
  type: 'Normal',
  reason: 'SuccessfullyReconciled',
  lastTimestamp: '2026-01-01T10:00:00Z',
});

function read(...events: EventObject[]) {
  return reconcileEvents(events)('Ingress/shop/web', 'u');
}

describe('reconcileEvents', () => {
  it('tells a failure that is newer than the last success', () => {
    const failure = event({
      type: 'Warning',
      reason: 'FailedDeployModel',
      message:
        '(combined from similar events): Failed deploy model due to AccessDenied: no, RequestID: 1b2c-3d',
      lastTimestamp: '2026-01-01T10:05:00Z',
    });
    expect(read(success, failure)).toEqual({
      lastSuccessAt: '2026-01-01T10:00:00Z',
      failure: {
        reason: 'FailedDeployModel',
        message: 'Failed deploy model due to AccessDenied: no',
        at: '2026-01-01T10:05:00Z',
      },
    });
  });

  it('forgets a failure that a success followed', () => {
    const failure = event({
      type: 'Warning',
      reason: 'FailedBuildModel',
      lastTimestamp: '2026-01-01T09:00:00Z',
    });
    expect(read(failure, success).failure).toBeUndefined();
  });

  it('does not take waiting for failing (O9)', () => {
    const waiting = event({
      type: 'Warning',
      reason: 'FailedUpdateStatus',
      message:
        'Failed update status due to requeue needed after 2m0s: Monitoring provisioning state',
      lastTimestamp: '2026-01-01T11:00:00Z',
    });
    expect(read(success, waiting).failure).toBeUndefined();
  });

  it('leaves out what befell an earlier object of the same name', () => {
    const other = event({
      involvedObject: {
        kind: 'Ingress',
        namespace: 'shop',
        name: 'web',
        uid: 'before',
      },
      type: 'Warning',
      reason: 'FailedBuildModel',
      lastTimestamp: '2026-01-01T12:00:00Z',
    });
    expect(read(other)).toEqual({});
  });
});
