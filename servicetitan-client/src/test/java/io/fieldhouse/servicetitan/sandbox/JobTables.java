package io.fieldhouse.servicetitan.sandbox;

import io.fieldhouse.servicetitan.sandbox.Table.Hiding;
import java.util.List;

/** What the vendor calls jpm: jobs, their appointments, types and projects. */
final class JobTables {
    private static final int PROJECTS = 2;

    private final World world;

    JobTables(World world) {
        this.world = world;
    }

    List<Table<?>> all() {
        return List.of(jobs(), appointments(), jobTypes(), projects());
    }

    private Table<Job> jobs() {
        return new Table<>(Entity.JOBS, world.rows(SandboxData.JOBS), world::job)
                .feed()
                .ids(Job::id)
                .deletedWhen(Job::deleted)
                .sortedById()
                .sort("ModifiedOn", Job::modified)
                .sort("CreatedOn", Job::created)
                .sort("Priority", job -> priority(job).length())
                .filter("number", Filter.text(Job::number))
                .filter("projectId", Filter.number(JobTables::project))
                .filter("bookingId", Filter.number(Bookings::ofJob))
                .filter(
                        "jobStatus",
                        Filter.words(
                                Job::status, "Scheduled", "Dispatched", "InProgress", "Hold", "Completed", "Canceled"))
                .filter("businessUnitId", Filter.number(job -> Entity.BUSINESS_UNITS.id(job.businessUnit())))
                .filter("jobTypeId", Filter.number(job -> Entity.JOB_TYPES.id(job.type())))
                .filter("campaignId", Filter.number(job -> Entity.CAMPAIGNS.id(job.deal.campaign())))
                .filter("customerId", Filter.number(job -> Entity.CUSTOMERS.id(job.deal.customer())))
                .filter("locationId", Filter.number(job -> Entity.LOCATIONS.id(job.deal.location())))
                .filter("invoiceId", Filter.number(job -> Entity.INVOICES.id(job.invoice())))
                .filter("soldById", Filter.number(JobTables::soldBy))
                .filter("tagTypeIds", Filter.anyOf(JobTables::tags))
                .filter("completedOnOrAfter", Filter.since(Job::completedOn))
                .filter("completedBefore", Filter.before(Job::completedOn))
                .filter("firstAppointmentStartsOnOrAfter", Filter.since(Job::start))
                .filter("firstAppointmentStartsBefore", Filter.before(Job::start))
                .filter("appointmentStartsOnOrAfter", Filter.since(JobTables::lastStart))
                .filter("appointmentStartsBefore", Filter.before(Job::start))
                .text("jobNumber", Job::number)
                .number("projectId", JobTables::project)
                .number("customerId", job -> Entity.CUSTOMERS.id(job.deal.customer()))
                .number("locationId", job -> Entity.LOCATIONS.id(job.deal.location()))
                .text("jobStatus", Job::status)
                .time("completedOn", Job::completedOn)
                .number("businessUnitId", job -> Entity.BUSINESS_UNITS.id(job.businessUnit()))
                .number("jobTypeId", job -> Entity.JOB_TYPES.id(job.type()))
                .text("priority", JobTables::priority)
                .number("campaignId", job -> Entity.CAMPAIGNS.id(job.deal.campaign()))
                .number("appointmentCount", Job::appointments)
                .number("firstAppointmentId", job -> Entity.APPOINTMENTS.id(job.firstAppointment()))
                .number("lastAppointmentId", job -> Entity.APPOINTMENTS.id(job.lastAppointment()))
                .number("recallForId", JobTables::recallFor)
                .empty("warrantyId")
                .cell("jobGeneratedLeadSource", (out, job) -> generatedBy(out, job))
                .flag("noCharge", Job::noCharge)
                .flag("notificationsEnabled", job -> job.index % 5 != 0)
                .times(Job::created, Job::modified)
                .number("createdById", job -> Entity.EMPLOYEES.id(job.index % Reference.EMPLOYEES))
                .cell("tagTypeIds", (out, job) -> list(out, tags(job)))
                .empty("leadCallId", "partnerLeadCallId")
                .number("bookingId", Bookings::ofJob)
                .number("soldById", JobTables::soldBy)
                .text("customerPo", job -> job.deal.region == Reference.COMMERCIAL ? "PO-" + job.index : null)
                .number("invoiceId", job -> Entity.INVOICES.id(job.invoice()))
                .empty("membershipId")
                .money("total", job -> world.invoice(job.invoice()).total())
                .number(
                        "createdFromEstimateId",
                        job -> job.kind == Job.Kind.PRODUCTION
                                ? job.deal.firstEstimate().id()
                                : Ticks.NONE)
                .cell("estimateIds", JobTables::estimates)
                .text("summary", job -> "<p>" + job.typeName() + " &mdash; call first</p>")
                .emptyLists("customFields", "externalData")
                .activeInFeed();
    }

    static void list(JsonBytes out, List<Long> ids) {
        out.beginArray();
        for (int i = 0; i < ids.size(); i++) {
            out.value(ids.get(i));
        }
        out.endArray();
    }

    private static String priority(Job job) {
        return job.index % 9 == 0 ? "Urgent" : job.index % 4 == 0 ? "High" : "Normal";
    }

    private static long soldBy(Job job) {
        Integer technician = job.soldBy();
        return technician == null ? Ticks.NONE : Entity.TECHNICIANS.id(technician);
    }

    private static List<Long> tags(Job job) {
        int some = Chance.upTo(8, job.drawn(), 9);
        return some > 5 ? List.of() : List.of(Entity.TAG_TYPES.id(some));
    }

    private static long lastStart(Job job) {
        return job.appointments() == 1 ? job.start() : Math.max(job.start(), job.end() - 4 * Ticks.HOUR);
    }

    /** A production job of the round before. */
    private static long recallFor(Job job) {
        return job.kind == Job.Kind.WARRANTY && job.index >= SandboxData.JOBS
                ? Entity.JOBS.id(job.index - SandboxData.JOBS - 4)
                : Ticks.NONE;
    }

    private static void generatedBy(JsonBytes out, Job job) {
        if (job.kind != Job.Kind.PRODUCTION) {
            out.nullValue();
            return;
        }
        out.begin();
        out.name("jobId").value(Entity.JOBS.id(job.deal.visitJob()));
        out.name("employeeId").value(Entity.TECHNICIANS.id(job.deal.estimator()));
        out.end();
    }

    private static void estimates(JsonBytes out, Job job) {
        out.beginArray();
        if (job.kind == Job.Kind.VISIT) {
            out.value(job.deal.firstEstimate().id());
            if (job.deal.rank <= 4) {
                out.value(job.deal.secondEstimate().id());
            }
        }
        out.endArray();
    }

    /** The first two production jobs of a round belong to one each. */
    private static long project(Job job) {
        return job.kind == Job.Kind.PRODUCTION && job.deal.rank < PROJECTS
                ? Entity.PROJECTS.id(job.index / SandboxData.JOBS * PROJECTS + job.deal.rank)
                : Ticks.NONE;
    }

    private Table<Appointment> appointments() {
        return new Table<Appointment>(
                        Entity.APPOINTMENTS, world.rows(Appointment.IN_ROUND), index -> Appointment.at(world, index))
                .feed()
                .ids(Appointment::id)
                .hiding(Hiding.ACTIVE, Appointment::active)
                .sortedById()
                .sort("ModifiedOn", Appointment::modified)
                .sort("CreatedOn", Appointment::created)
                .filter("jobId", Filter.number(appointment -> appointment.job().id()))
                .filter("number", Filter.text(JobTables::number))
                .filter(
                        "customerId",
                        Filter.number(row -> Entity.CUSTOMERS.id(row.job().deal.customer())))
                .filter("startsOnOrAfter", Filter.since(Appointment::start))
                .filter("startsBefore", Filter.before(Appointment::start))
                .filter("unused", Filter.flag(appointment -> !appointment.active()))
                .filter(
                        "status",
                        Filter.words(
                                Appointment::status, "Scheduled", "Dispatched", "Working", "Hold", "Done", "Canceled"))
                .number("jobId", appointment -> appointment.job().id())
                .text("appointmentNumber", JobTables::number)
                .time("start", Appointment::start)
                .time("end", Appointment::end)
                .time("arrivalWindowStart", Appointment::start)
                .time("arrivalWindowEnd", appointment -> appointment.start() + 2 * Ticks.HOUR)
                .text("status", Appointment::status)
                .text("specialInstructions", row -> row.index() % 6 == 0 ? "Gate on the left;\n\"ring twice\"" : null)
                .times(Appointment::created, Appointment::modified)
                .number("customerId", row -> Entity.CUSTOMERS.id(row.job().deal.customer()))
                .flag("unused", appointment -> !appointment.active())
                .number("createdById", row -> Entity.EMPLOYEES.id(row.index() % Reference.EMPLOYEES))
                .flag("isConfirmed", appointment -> appointment.index() % 3 == 0)
                .sendingActive();
    }

    private static String number(Appointment appointment) {
        return appointment.job().number() + (appointment.second() ? "-2" : "-1");
    }

    private Table<Integer> jobTypes() {
        return new Table<Integer>(Entity.JOB_TYPES, Reference.JOB_TYPES.size(), index -> (int) index)
                .ids(Entity.JOB_TYPES::id)
                .hiding(Hiding.ACTIVE, type -> type < Reference.JOB_TYPES.size() - 1)
                .text("name", Reference.JOB_TYPES::get)
                .emptyLists("businessUnitIds", "skills", "tagTypeIds")
                .text("priority", type -> "Normal")
                .number("duration", type -> 3_600L * (1 + type % 4))
                .cell("soldThreshold", (out, type) -> {
                    if (Reference.soldThreshold(type) == Ticks.NONE) {
                        out.nullValue();
                    } else {
                        out.mixedMoney(Reference.soldThreshold(type));
                    }
                })
                .text("class", type -> "None")
                .text("summary", type -> null)
                .flag("noCharge", type -> Reference.WARRANTY_TYPES.contains(Reference.JOB_TYPES.get(type)))
                .flag("invoiceSignaturesRequired", type -> false)
                .flag("isSmartDispatched", type -> false)
                .sendingActive()
                .times(type -> World.BEGINNING, type -> World.BEGINNING + type * Ticks.DAY);
    }

    private Table<Job> projects() {
        return new Table<Job>(
                        Entity.PROJECTS,
                        world.rows(PROJECTS),
                        index -> world.job(index / PROJECTS * SandboxData.JOBS + SandboxData.DEALS + index % PROJECTS))
                .feed()
                .ids(JobTables::project)
                .sortedById()
                .sort("ModifiedOn", Job::modified)
                .sort("CreatedOn", Job::created)
                .filter("customerId", Filter.number(job -> Entity.CUSTOMERS.id(job.deal.customer())))
                .filter("locationId", Filter.number(job -> Entity.LOCATIONS.id(job.deal.location())))
                .filter("status", Filter.text(JobTables::projectStatus))
                .text("number", job -> "P-" + job.number())
                .text("name", job -> job.typeName() + " " + job.deal.index)
                .empty("summary")
                .text("status", JobTables::projectStatus)
                .empty("statusId", "subStatus", "subStatusId")
                .number("customerId", job -> Entity.CUSTOMERS.id(job.deal.customer()))
                .number("locationId", job -> Entity.LOCATIONS.id(job.deal.location()))
                .number("projectManagerId", job -> Entity.EMPLOYEES.id(job.index % Reference.EMPLOYEES))
                .cell("businessUnitIds", (out, job) -> list(out, List.of(Entity.BUSINESS_UNITS.id(job.businessUnit()))))
                .cell("jobIds", (out, job) -> list(out, List.of(job.id())))
                .time("startDate", Job::start)
                .time("targetCompletionDate", Job::end)
                .time("actualCompletionDate", Job::completedOn)
                .times(Job::created, Job::modified)
                .activeInFeed();
    }

    private static String projectStatus(Job job) {
        return job.completed() ? "Completed" : "Open";
    }
}
