import { ResponseErrorPanel } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { lbcTranslationRef } from '../../translation';
import { PlainState } from './PlainState';

const useStyles = makeStyles(
  theme => ({ retry: { marginTop: theme.spacing(1) } }),
  { name: 'LbcLoadError' },
);

function isNotAllowed(error: Error): boolean {
  const { statusCode } = error as { statusCode?: unknown };
  return error.name === 'NotAllowedError' || statusCode === 403;
}

/** Nothing to show, because the first request failed. */
export function LoadError(props: {
  title: string;
  error: Error;
  onRetry: () => void;
}) {
  const { title, error, onRetry } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const retry = (
    <Button
      className={classes.retry}
      variant="outlined"
      size="small"
      onClick={onRetry}
    >
      {t('retry')}
    </Button>
  );
  if (isNotAllowed(error)) {
    return (
      <PlainState title={t('error.notAllowed')}>
        <div>{t('error.notAllowedHow')}</div>
        {retry}
      </PlainState>
    );
  }
  return (
    <div>
      <ResponseErrorPanel title={title} error={error} />
      {retry}
    </div>
  );
}
