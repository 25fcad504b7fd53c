import { reports } from '../../../__fixtures__';
import { commandsOnce } from './AxisPanel';
import { splitAxes } from './Axes';

const [short] = reports.iamShort.controllers;
const findings =
  short.axes.find(({ axis }) => axis === 'iam')?.findings.slice(-1) ?? [];

it('shows a command that checks several where it comes first', () => {
  const [first, second] = commandsOnce([...findings, ...findings]);
  expect(first.commands).toHaveLength(1);
  expect(second.commands).toEqual([]);
});

it('takes apart what does not apply only where it is much', () => {
  const [autoMode] = reports.autoMode.controllers;
  expect(splitAxes(autoMode.axes).cards.map(({ axis }) => axis)).toEqual([
    'claims',
  ]);
  expect(splitAxes(short.axes)).toEqual({ cards: short.axes, rest: [] });
});
