package io.fieldhouse.servicetitan.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dynamic value sets that parameters of reports take their values from. */
final class ValueSets {
    static final String JOB_DATES = "job-date-filter-type";
    static final String PAYMENT_DATES = "payment-date-filter-type";
    static final String BUSINESS_UNITS = "business-units";
    private static final String TECHNICIANS = "technicians";

    private static final List<String> KINDS_OF_JOB_DATES = List.of(
            "Invoice Date",
            "Job Completion Date",
            "Job Creation Date",
            "Job Start Date",
            "Last Paid On",
            "First Dispatch",
            "Jobs with Appt Date");
    private static final List<String> KINDS_OF_PAYMENT_DATES = List.of("Invoice Date", "Created On", "Paid On");

    private ValueSets() {}

    record Value(long value, String name) {}

    /** Null where there is no such set. */
    static @Nullable List<Value> of(World world, String id) {
        List<Value> values = new ArrayList<>();
        switch (id) {
            case JOB_DATES -> KINDS_OF_JOB_DATES.forEach(kind -> values.add(new Value(values.size(), kind)));
            case PAYMENT_DATES -> KINDS_OF_PAYMENT_DATES.forEach(kind -> values.add(new Value(values.size(), kind)));
            case BUSINESS_UNITS -> {
                for (int unit = 0; unit < Reference.BUSINESS_UNITS.size(); unit++) {
                    values.add(new Value(Entity.BUSINESS_UNITS.id(unit), SettingsTables.businessUnit(world, unit)));
                }
            }
            case TECHNICIANS -> {
                for (int technician = 0; technician < Reference.TECHNICIANS; technician++) {
                    values.add(
                            new Value(Entity.TECHNICIANS.id(technician), SettingsTables.technician(world, technician)));
                }
            }
            default -> {
                return null;
            }
        }
        return values;
    }

    /** The day of a job that a kind of date means, or {@link Ticks#NONE}. */
    static long dayOf(Job job, int kind) {
        long time = switch (kind) {
            case 1 -> job.completedOn();
            case 2 -> job.created();
            case 3, 6 -> job.start();
            case 5 -> job.started() ? job.start() : Ticks.NONE;
            default -> Ticks.NONE;
        };
        if (kind == 0 || kind == 4) {
            Invoice invoice = job.world.invoice(job.invoice());
            return kind == 0 ? invoice.day() : invoice.lastPaidDay();
        }
        return time == Ticks.NONE ? Ticks.NONE : Ticks.day(time);
    }
}
