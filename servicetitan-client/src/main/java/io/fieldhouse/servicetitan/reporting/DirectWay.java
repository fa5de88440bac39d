package io.fieldhouse.servicetitan.reporting;

import io.fieldhouse.servicetitan.transport.Window;
import okhttp3.Request;

/** Asks for a page and waits until it comes. */
final class DirectWay implements Way {
    private final Turns turns;

    DirectWay(Turns turns) {
        this.turns = turns;
    }

    @Override
    public ReportAnswer page(Run run, Window window) {
        Request request = run.page("data", window);
        return turns.ask(run, window, request, answer -> ReportAnswer.read(request, answer.body()));
    }
}
