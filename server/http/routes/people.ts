import { carryOut } from '../../application/carry-out.ts';
import { addPerson } from '../../application/people/add-person.ts';
import { assignPost } from '../../application/people/assign-post.ts';
import { endAssignment } from '../../application/people/end-assignment.ts';
import { foreseeEnd } from '../../application/people/foresee-end.ts';
import { listPeople } from '../../application/people/list-people.ts';
import { readPersonScope } from '../../application/people/read-person-scope.ts';
import { resetPassword } from '../../application/people/reset-password.ts';
import { setPersonActive } from '../../application/people/set-person-active.ts';
import * as contract from '../contract/people.ts';
import { type Door, route } from '../route.ts';

/** Accounts, and who is on which post. */
export function peopleRoutes(door: Door): void {
  const { context } = door;
  route(door, contract.listPeople, ({ actor, query }) => listPeople(context, actor, query));
  route(door, contract.addPerson, ({ actor, body, key }) => addPerson(context, actor, key, body));
  route(door, contract.resetPassword, ({ actor, params }) => resetPassword(context, actor, params.person));
  route(door, contract.setPersonActive, ({ actor, params, body }) =>
    setPersonActive(context, actor, params.person, body.active, body.work),
  );
  route(door, contract.assignPost, ({ actor, params, body, key }) =>
    carryOut(context, actor, key, (tx, asker) => assignPost(context, tx, asker, params.person, body)),
  );
  route(door, contract.endAssignment, ({ actor, params, body, key }) =>
    carryOut(context, actor, key, (tx, asker) =>
      endAssignment(context, tx, asker, params.person, params.assignment, body.work),
    ),
  );
  route(door, contract.foreseeEnd, ({ actor, params, query }) =>
    foreseeEnd(context, actor, params.person, query.assignment),
  );
  route(door, contract.readPersonScope, ({ actor, params }) => readPersonScope(context, actor, params.person));
}
