import { createRoot } from 'react-dom/client';
import { deskWords } from '../../translations/desk-words.ts';
import { startLanguage } from '../../translations/texts.ts';
import '../../ui/tokens.css';
import '../../ui/base.css';
import { DoorFrame } from '../DoorFrame.tsx';
import { DesktopDoor } from './DesktopDoor.tsx';

await startLanguage(deskWords);
const place = document.querySelector('#door');
if (place === null) throw new Error('index.html has no place for the door');
createRoot(place).render(
  <DoorFrame>
    <DesktopDoor />
  </DoorFrame>,
);
