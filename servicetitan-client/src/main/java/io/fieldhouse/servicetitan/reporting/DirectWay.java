package io.fieldhouse.servicetitan.reporting;

import okhttp3.Request;

/** Asks for a page and waits until it comes. */
final class DirectWay implements Way {
    private final Turns turns;

    DirectWay(Turns turns) {
        this.turns = turns;
    }

    @Override
    public ReportAnswer page(Run run, int page) {
        Request request = run.page("data", page);
        return turns.ask(run, page, request, answer -> ReportAnswer.read(request, answer.body()));
    }
}
