import { createRoot } from 'react-dom/client';
import { phoneWords } from '../../translations/phone-words.ts';
import { startLanguage } from '../../translations/texts.ts';
import '../../ui/tokens.css';
import '../../ui/base.css';
import { DoorFrame } from '../DoorFrame.tsx';
import { keepForOffline } from './keep-for-offline.ts';
import { PhoneDoor } from './PhoneDoor.tsx';

await startLanguage(phoneWords);
const place = document.querySelector('#door');
if (place === null) throw new Error('work.html has no place for the door');
createRoot(place).render(
  <DoorFrame>
    <PhoneDoor />
  </DoorFrame>,
);
if (import.meta.env.PROD) void keepForOffline();
