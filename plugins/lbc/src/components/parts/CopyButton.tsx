import { useEffect, useState } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import CopyIcon from '@material-ui/icons/FileCopyOutlined';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { lbcTranslationRef } from '../../translation';

const SHOWN_MS = 1_500;

const useStyles = makeStyles(
  { icon: { fontSize: 16 } },
  { name: 'LbcCopyButton' },
);

/**
 * Copies a text. Not the host's button: that one is drawn by another design
 * system, which does not follow this one's theme.
 */
export function CopyButton(props: { text: string; label: string }) {
  const { text, label } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const [{ error }, copy] = useCopyToClipboard();
  const [done, setDone] = useState(false);

  useEffect(() => {
    const timer = done ? setTimeout(() => setDone(false), SHOWN_MS) : undefined;
    return () => clearTimeout(timer);
  }, [done]);

  return (
    <Tooltip
      open={done}
      title={error ? t('copy.failed') : t('copy.done')}
      placement="left"
    >
      <IconButton
        size="small"
        aria-label={label}
        onClick={() => {
          copy(text);
          setDone(true);
        }}
      >
        <CopyIcon className={classes.icon} />
      </IconButton>
    </Tooltip>
  );
}
