import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { createMetricsRecorder } from './MetricsRecorder';

const record = (recorder: ReturnType<typeof createMetricsRecorder>) => {
  recorder.apiCall({
    source: 'aws',
    operation: 'elbv2 DescribeLoadBalancers',
    outcome: 'ok',
  });
  recorder.sweepFinished({
    source: 'aws',
    target: 'scope:1/a',
    seconds: 1,
    outcome: 'committed',
  });
  recorder.coverage({ target: 'scope:1/a', kinds: { complete: 2 } });
  recorder.snapshotAge({ target: 'scope:1/a', seconds: 3 });
  recorder.queue({ due: 1, running: 2 });
  recorder.correlateFinished({
    unit: 'cluster:a',
    seconds: 0.1,
    outcome: 'unchanged',
  });
};

describe('createMetricsRecorder', () => {
  it('does nothing where nobody measures', () => {
    expect(() => record(createMetricsRecorder(undefined))).not.toThrow();
  });

  it('records each measure under its name', () => {
    const metrics = metricsServiceMock.mock();
    const names: string[] = [];
    const instrument = (name: string) => ({
      add: () => names.push(name),
      record: () => names.push(name),
    });
    metrics.createCounter.mockImplementation(instrument);
    metrics.createHistogram.mockImplementation(instrument);
    metrics.createGauge.mockImplementation(instrument);
    record(createMetricsRecorder(metrics));
    expect([...new Set(names)]).toEqual([
      'api_calls',
      'sweep.duration',
      'coverage.kinds',
      'snapshot.age',
      'jobs',
      'correlate.duration',
    ]);
    // A coverage that no kind has any more is told as none.
    expect(names.filter(name => name === 'coverage.kinds').length).toBe(5);
  });
});
