// What became of a place that was moved to the gateway or back: its file is proved; its restart may have failed.
import type { Problem } from '../../../../app/model/problem';
import { accessTexts } from '../../../../app/texts/account/access';
import { placeGatewayTexts as texts } from '../../../../app/texts/account/places';
import { Banner } from '../../../ui/Banner';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { DialogStep } from '../../form/DialogStep';
import { Refused } from '../../form/Refused';

interface MovedDialogProps {
  title: string;
  /** Why the restart or the check failed; null: neither did. */
  problem: Problem | null;
  /** NineTray restarts what uses the place. */
  restarts: boolean;
  onClose: () => void;
}

/** The result, with one button. */
export function MovedDialog({ title, problem, restarts, onClose }: MovedDialogProps) {
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {accessTexts.done}
        </Button>
      }
    >
      <DialogStep>
        {problem === null ? (
          <Banner tone="good" role="status" detail={restarts ? null : texts.restart}>
            {texts.movedLine}
          </Banner>
        ) : (
          <>
            <p>{texts.afterwards}</p>
            <Refused problem={problem} />
          </>
        )}
      </DialogStep>
    </Dialog>
  );
}
