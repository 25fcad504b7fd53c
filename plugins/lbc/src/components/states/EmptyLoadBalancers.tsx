import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { EntityLoadBalancersResponse } from '@lbc-backstage/plugin-lbc-common';
import { lbcTranslationRef } from '../../translation';
import { CopyableCode } from '../parts';
import { Searched } from './Searched';
import { annotationExamples, asYaml } from './annotationExamples';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(2, 2.5), overflowWrap: 'anywhere' },
    list: {
      listStyle: 'none',
      padding: 0,
      margin: theme.spacing(1, 0, 2),
      '& > li + li': { marginTop: theme.spacing(1.25) },
    },
    title: { fontWeight: 'bold' },
  }),
  { name: 'LbcEmptyLoadBalancers' },
);

/** Nothing known: how one would get here, and where it was looked for. */
export function EmptyLoadBalancers(props: {
  entity: Entity;
  searched: EntityLoadBalancersResponse['searched'];
}) {
  const { entity, searched } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <Paper variant="outlined" className={classes.root}>
      <Typography component="h3" variant="subtitle1" className={classes.title}>
        {t('empty.title', { kind: entity.kind.toLocaleLowerCase('en-US') })}
      </Typography>
      <Typography variant="body2">{t('empty.wouldAppear')}</Typography>
      <ul className={classes.list}>
        {annotationExamples(entity, searched).map(example => (
          <Typography component="li" variant="body2" key={example.annotation}>
            {t(`empty.${example.id}`)}
            <CopyableCode
              text={asYaml(example)}
              copyLabel={t('empty.copy', { annotation: example.annotation })}
            />
          </Typography>
        ))}
        <Typography component="li" variant="body2">
          {t('empty.ifKubernetes')}
        </Typography>
      </ul>
      <Searched searched={searched} />
    </Paper>
  );
}
