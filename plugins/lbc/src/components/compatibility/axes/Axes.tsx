import { Fragment } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { CompatibilityView } from '../../../hooks/useCompatibilityView';
import { useId } from '../../../hooks/useId';
import { lbcTranslationRef } from '../../../translation';
import { Disclosure, Section } from '../../parts';
import { controllerKey } from '../names';
import type { Axis, Compatibility } from '../types';
import { AxisCard } from './AxisCard';
import { AxisPanel } from './AxisPanel';

const useStyles = makeStyles(
  theme => ({
    grid: {
      display: 'grid',
      gap: theme.spacing(1),
      gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
      gridAutoFlow: 'dense',
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
  }),
  { name: 'LbcAxes' },
);

/** What opens by itself: the first that is wrong, else to look at, else not known. */
export function openedByItself(axes: readonly Axis[]): string | undefined {
  const first = (status: Axis['status']) =>
    axes.find(axis => axis.status === status)?.axis;
  return first('fail') ?? first('warn') ?? first('unknown');
}

/** As many may say among the others that they do not apply. */
const FEW = 3;

/** The axes that are cards, and those that only say that they do not apply. */
export function splitAxes(axes: readonly Axis[]): {
  cards: Axis[];
  rest: Axis[];
} {
  const rest = axes.filter(({ status }) => status === 'not-applicable');
  return rest.length > FEW
    ? { cards: axes.filter(axis => !rest.includes(axis)), rest }
    : { cards: [...axes], rest: [] };
}

/** The axes as cards; an opened one shows what it found below its row. */
export function Axes(props: {
  compatibility: Compatibility;
  view: CompatibilityView;
}) {
  const { compatibility, view } = props;
  const { axes } = compatibility;
  const classes = useStyles();
  const id = useId('lbc-axis');
  const { t } = useTranslationRef(lbcTranslationRef);
  const key = controllerKey(compatibility.controller);
  const opened = view.axisOf(key) ?? openedByItself(axes);
  const { cards, rest } = splitAxes(axes);
  const grid = (of: readonly Axis[]) => (
    <div className={classes.grid}>
      {of.map(axis => {
        const open = axis.axis === opened;
        return (
          <Fragment key={axis.axis}>
            <AxisCard
              axis={axis}
              open={open}
              panelId={id}
              onToggle={() => view.openAxis(key, open ? '' : axis.axis)}
            />
            {open && <AxisPanel axis={axis} id={id} />}
          </Fragment>
        );
      })}
    </div>
  );
  return (
    <Section title={t('compatibility.axes')}>
      {grid(cards)}
      {rest.length > 0 && (
        <Disclosure
          label={t('compatibility.notApplicable', { count: rest.length })}
        >
          {grid(rest)}
        </Disclosure>
      )}
    </Section>
  );
}
