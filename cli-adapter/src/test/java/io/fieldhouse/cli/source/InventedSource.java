package io.fieldhouse.cli.source;

import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.load.Claim;
import io.fieldhouse.etl.load.LedgerView;
import io.fieldhouse.etl.load.LoadContext;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.LoadPlan;
import io.fieldhouse.etl.load.LoadRequest;
import io.fieldhouse.etl.load.Source;
import io.fieldhouse.etl.load.Step;
import io.fieldhouse.etl.load.StepWork;
import java.time.LocalDate;
import java.util.List;

/** A source with one unit, of which nothing is read. */
public class InventedSource implements Source {
    private final String name;

    public InventedSource(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> kindsOfNames() {
        return List.of();
    }

    @Override
    public List<String> feeds() {
        return List.of(name + " things");
    }

    @Override
    public List<String> rules() {
        return List.of(name + " rule");
    }

    @Override
    public LoadRequest recent(Recent range) {
        LocalDate day = LocalDate.of(2025, 10, 13);
        return LoadRequest.of("daily", new Window(day, day));
    }

    @Override
    public LoadPlan plan(LoadRequest request, LedgerView ledger) {
        Step things = new Step.Cells(List.of(ledger.look(name + " things")));
        return new LoadPlan(name, request.kind(), ledger.loadId(), List.of(List.of(things)), List.of());
    }

    @Override
    public StepWork begin(LoadPlan plan, LoadContext context) {
        return (step, claims) -> new StepWork.Prepared() {
            @Override
            public StepWork.Done commit(Claim claim) {
                return context.warehouse().transaction("Loading " + claim.unit().title(), sql -> {
                    context.ledger().loaded(sql, claim, LoadCounts.NONE, 0, context.now());
                    return new StepWork.Done(LoadCounts.NONE);
                });
            }

            @Override
            public void close() {}
        };
    }
}
