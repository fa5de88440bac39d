package io.fieldhouse.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.servicetitan.Surface.Endpoint;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** What goes out for each method: where to, and how it asks for what is inactive and for an order. */
class EndpointsTest {
    private static final String EXPECTED = """
            accounting.exportInvoiceItems accounting/export/invoice-items
            accounting.exportInvoices accounting/export/invoices
            accounting.exportPayments accounting/export/payments
            accounting.invoices accounting/invoices activeState=All sort=+Id
            accounting.paymentType accounting/payment-types/7
            accounting.paymentTypes accounting/payment-types active=Any
            accounting.payments accounting/payments activeState=All sort=+Id
            crm.booking crm/bookings/7
            crm.bookings crm/bookings sort=+Id
            crm.customer crm/customers/7
            crm.customers crm/customers active=Any sort=+Id
            crm.exportBookings crm/export/bookings
            crm.exportCustomers crm/export/customers
            crm.exportLeads crm/export/leads
            crm.exportLocations crm/export/locations
            crm.lead crm/leads/7
            crm.leads crm/leads sort=+Id
            crm.location crm/locations/7
            crm.locations crm/locations active=Any sort=+Id
            dispatch.appointmentAssignments dispatch/appointment-assignments active=Any sort=+Id
            dispatch.exportAppointmentAssignments dispatch/export/appointment-assignments
            inventory.exportPurchaseOrders inventory/export/purchase-orders
            inventory.exportReturns inventory/export/returns
            inventory.purchaseOrder inventory/purchase-orders/7
            inventory.purchaseOrders inventory/purchase-orders sort=+Id
            inventory.returns inventory/returns active=Any sort=+Id
            jpm.appointment jpm/appointments/7
            jpm.appointments jpm/appointments active=Any sort=+Id
            jpm.exportAppointments jpm/export/appointments
            jpm.exportJobs jpm/export/jobs
            jpm.exportProjects jpm/export/projects
            jpm.job jpm/jobs/7
            jpm.jobType jpm/job-types/7
            jpm.jobTypes jpm/job-types active=Any
            jpm.jobs jpm/jobs sort=+Id
            jpm.project jpm/projects/7
            jpm.projects jpm/projects sort=+Id
            marketing.campaign marketing/campaigns/7
            marketing.campaignCost marketing/costs/7
            marketing.campaignCosts marketing/costs sort=+Id
            marketing.campaigns marketing/campaigns active=Any sort=+Id
            payroll.exportGrossPayItems payroll/export/gross-pay-items
            payroll.exportJobSplits payroll/export/jobs/splits
            payroll.exportPayrollAdjustments payroll/export/payroll-adjustments
            payroll.grossPayItems payroll/gross-pay-items
            payroll.jobSplits payroll/jobs/splits active=Any sort=+Id
            payroll.payrollAdjustment payroll/payroll-adjustments/7
            payroll.payrollAdjustments payroll/payroll-adjustments active=Any sort=+Id
            sales.estimate sales/estimates/7
            sales.estimates sales/estimates active=Any sort=+Id
            sales.exportEstimates sales/export/estimates
            settings.businessUnit settings/business-units/7
            settings.businessUnits settings/business-units active=Any
            settings.employee settings/employees/7
            settings.employees settings/employees active=Any
            settings.exportBusinessUnits settings/export/business-units
            settings.exportEmployees settings/export/employees
            settings.exportTagTypes settings/export/tag-types
            settings.exportTechnicians settings/export/technicians
            settings.tagTypes settings/tag-types active=Any sort=+Id
            settings.technician settings/technicians/7
            settings.technicians settings/technicians active=Any
            """;

    @Test
    void eachAsksAsItsEndpointWants() {
        List<String> asked = Endpoint.all().map(EndpointsTest::ask).sorted().toList();

        assertThat(asked).containsExactlyInAnyOrder(EXPECTED.split("\n"));
    }

    private static String ask(Endpoint endpoint) {
        String body = endpoint.isList() || endpoint.isFeed() ? "{\"hasMore\":false,\"data\":[]}" : "{\"id\":7}";
        try (ScriptedServer server = ScriptedServer.answering(request -> ScriptedServer.json(body));
                ServiceTitan client = server.connect()) {
            endpoint.read(client);
            HttpUrl url = server.asked().get(0).getUrl();
            String path = url.encodedPath().replace("/api/", "").replace("/v2/tenant/77", "");
            String how = url.queryParameterNames().stream()
                    .filter(name -> List.of("active", "activeState", "sort").contains(name))
                    .sorted()
                    .map(name -> " " + name + "=" + Objects.requireNonNull(url.queryParameter(name)))
                    .collect(Collectors.joining());
            return endpoint + " " + path + how;
        }
    }
}
