import { carryOut } from '../../application/carry-out.ts';
import { listCases } from '../../application/cases/list-cases.ts';
import { readCase } from '../../application/cases/read-case.ts';
import { readCaseDiagram } from '../../application/cases/read-case-diagram.ts';
import { readCaseIterations } from '../../application/cases/read-case-iterations.ts';
import { readReportForm } from '../../application/cases/read-report-form.ts';
import { reportCase } from '../../application/cases/report-case.ts';
import { revealReporter } from '../../application/cases/reveal-reporter.ts';
import { urgeCase } from '../../application/cases/urge-case.ts';
import { nameBook } from '../../application/organization/position-views.ts';
import type { JsonObject } from '../../kernel/json.ts';
import * as contract from '../contract/cases.ts';
import { type Door, route } from '../route.ts';

/** Cases: reporting, the list, one case and what may be done with it. */
export function caseRoutes(door: Door): void {
  const { context } = door;
  const { database } = context;
  route(door, contract.readReportForm, ({ actor, params, query }) =>
    database.read((tx) => readReportForm(context, tx, actor, params.caseType, query.area)),
  );
  route(door, contract.reportCase, ({ actor, body, key }) =>
    carryOut(context, actor, key, async (tx, asker) => {
      const { caseType, area, channel, form, reportedAt } = body;
      const { holder, ...reported } = await reportCase(context, tx, asker, {
        caseType,
        area,
        channel,
        data: form.data as JsonObject,
        reportedAt,
      });
      const names = holder && (await nameBook(context, tx, null, [holder.area]));
      return { ...reported, next: (holder && names?.position(holder)) ?? null };
    }),
  );
  route(door, contract.listCases, ({ actor, query }) => database.read((tx) => listCases(context, tx, actor, query)));
  route(door, contract.readCase, ({ actor, params }) =>
    database.read((tx) => readCase(context, tx, actor, params.case)),
  );
  route(door, contract.readCaseIterations, ({ actor, params, query }) =>
    database.read((tx) => readCaseIterations(context, tx, actor, params.case, query.after ?? null)),
  );
  route(door, contract.readCaseDiagram, ({ actor, params }) =>
    database.read((tx) => readCaseDiagram(context, tx, actor, params.case)),
  );
  route(door, contract.urgeCase, ({ actor, params, body, key }) =>
    carryOut(context, actor, key, async (tx, asker) => ({
      told: await urgeCase(context, tx, asker, params.case, body.words ?? ''),
    })),
  );
  route(door, contract.revealReporter, ({ actor, params, body }) =>
    carryOut(context, actor, null, (tx, asker) => revealReporter(context, tx, asker, params.case, body.reason)),
  );
}
