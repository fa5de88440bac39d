package io.fieldhouse.etl.tracktik.reconcile;

import static io.fieldhouse.etl.tracktik.reconcile.TrialReconciliation.hours;
import static io.fieldhouse.etl.tracktik.reconcile.TrialReconciliation.unmatched;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.warehouse.testing.TestWarehouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReconcileSitesIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final long NORTH = 10;
    private static final long HAWAII = 20;

    private final BilledSites sites = new BilledSites(warehouse.sql());
    private final TrialReconciliation trial = new TrialReconciliation(warehouse);

    @BeforeEach
    void invent() {
        sites.clear();
        sites.region(NORTH, "NCA", "N California");
        sites.region(HAWAII, "1029", "Hawaii");
        sites.site(101, "K-101", "Lobby", NORTH);
        sites.site(102, "K-102", "Garage", NORTH);
        sites.site(201, "K-201", "Pier", HAWAII);
    }

    @Test
    void regionsAreToldApartAndOthersLeftOut() {
        trial.with("region", "Area");
        sites.billed(NORTH, 101L, "8", null);
        sites.billed(HAWAII, 201L, "6", null);
        String rows = "K-101,7,,N  california\nK-201,6,,HAWAII\nK-102,1,,Atlantis\n";
        Reconciliation both = trial.reconcile(rows, NORTH, HAWAII);

        assertThat(unmatched(both))
                .containsExactly(
                        "101 worked hours difference 8 7", "K-102 worked hours only there null 1 no such region");
        assertThat(both.rows()).isEqualTo(new Reconciliation.Rows(3, 0, 0));
        assertThat(hours(both.regionTotals())).containsExactly("Hawaii 6 6 0", "N California 8 7 1", "null 0 1 -1");
        assertThat(hours(both.totals())).containsExactly("null 14 14 0");

        Reconciliation one = trial.reconcile(rows, HAWAII);
        assertThat(unmatched(one)).containsExactly("K-102 worked hours only there null 1 no such region");
        assertThat(one.rows()).isEqualTo(new Reconciliation.Rows(2, 0, 1));
    }

    @Test
    void regionsAreNamedByCodeOrIdToo() {
        trial.with("region", "Area");
        sites.billed(HAWAII, 201L, "6", null);
        trial.with("region-by", "code");
        assertThat(trial.reconcile("K-201,6,,1029\n", HAWAII).isClean()).isTrue();
        trial.with("region-by", "id");
        assertThat(trial.reconcile("K-201,6,,020\n", HAWAII).isClean()).isTrue();
        assertThat(unmatched(trial.reconcile("K-201,6,,1029\n", HAWAII)))
                .containsExactlyInAnyOrder(
                        "201 worked hours only here 6 null", "K-201 worked hours only there null 6 no such region");
    }

    @Test
    void regionsThatAreCalledTheSameAreSaidToBe() {
        sites.region(30, "HI-2", "Hawaii");
        trial.with("region", "Area");
        sites.billed(HAWAII, 201L, "6", null);
        assertThat(trial.reconcile("K-201,6,,Hawaii\n", HAWAII).isClean())
                .as("only one of them is asked for")
                .isTrue();
        assertThat(unmatched(trial.reconcile("K-201,6,,Hawaii\n", HAWAII, 30)))
                .contains("K-201 worked hours only there null 6 several regions");
    }

    @Test
    void siteInAnotherRegionThanItWorkedInIsNotMatched() {
        trial.with("region", "Area");
        sites.billed(NORTH, 101L, "8", null);
        assertThat(unmatched(trial.reconcile("K-101,8,,Hawaii\n", NORTH, HAWAII)))
                .containsExactlyInAnyOrder("101 worked hours only here 8 null", "101 worked hours only there null 8");
    }

    @Test
    void withoutRegionsASiteIsComparedWhereverItWorked() {
        sites.billed(NORTH, 201L, "8", null);
        sites.billed(HAWAII, 201L, "2", null);
        Reconciliation made = trial.reconcile("K-201,10,\n", NORTH, HAWAII);

        assertThat(made.isClean()).isTrue();
        assertThat(hours(made.regionTotals())).as("where it lies").containsExactly("Hawaii 10 10 0");
    }

    @Test
    void withoutRegionsSitesOfOthersAreLeftOut() {
        sites.billed(NORTH, 101L, "8", null);
        sites.site(301, "K-301", "Nowhere", null);
        Reconciliation made = trial.reconcile("K-101,8,\nK-201,6,\nK-301,1,\n", NORTH);

        assertThat(unmatched(made)).containsExactly("301 worked hours only there null 1");
        assertThat(made.rows()).isEqualTo(new Reconciliation.Rows(2, 0, 1));
    }

    @Test
    void sitesAreNamedByNameOrIdToo() {
        sites.billed(NORTH, 101L, "8", null);
        trial.with("site-by", "name");
        assertThat(trial.reconcile("LOBBY,8,\n", NORTH).isClean()).isTrue();
        trial.with("site-by", "id");
        assertThat(trial.reconcile("00101,8,\n", NORTH).isClean()).isTrue();
    }

    @Test
    void sitesThatAreCalledTheSameAreSaidToBe() {
        sites.site(103, "K-101", "Other lobby", NORTH);
        sites.billed(NORTH, 101L, "8", null);
        assertThat(trial.reconcile("K-101,8,\n", NORTH).isClean())
                .as("only one has figures")
                .isTrue();
        sites.billed(NORTH, 103L, "1", null);
        assertThat(unmatched(trial.reconcile("K-101,9,\n", NORTH)))
                .containsExactlyInAnyOrder(
                        "101 worked hours only here 8 null",
                        "103 worked hours only here 1 null",
                        "K-101 worked hours only there null 9 several sites");
    }

    @Test
    void sitesAndRegionsAreAlsoFoundByWhatTheyWereCalledInThePeriod() {
        sites.billed(NORTH, 101L, "8", null);
        sites.renamed("clients", 101, "K-150", "Foyer", "2025-06-05");
        sites.renamed("clients", 101, "K-900", "Atrium", "2025-07-01");
        sites.renamed("regions", NORTH, "NOR", "Northern", "2025-07-01");
        trial.with("region", "Area");

        assertThat(trial.reconcile("K-101,2,,N California\nK-150,2,,NORTHERN\nK-900,4,,Northern\n", NORTH)
                        .isClean())
                .isTrue();
        trial.with("site-by", "name").with("region-by", "code");
        assertThat(trial.reconcile("lobby,3,,NCA\nFoyer,4,,NOR\nAtrium,1,,NCA\n", NORTH)
                        .isClean())
                .isTrue();
    }

    @Test
    void whatTheyWereCalledAtOtherTimesDoesNotCount() {
        sites.billed(NORTH, 101L, "8", null);
        sites.renamed("clients", 101, "K-150", "Foyer", "2025-05-01");
        sites.renamed("clients", 101, "K-160", "Hall", "2025-07-01");
        sites.renamed("clients", 101, "K-900", "Atrium", "2025-08-01");
        sites.renamed("regions", NORTH, "NOR", "Northern", "2025-05-01");

        assertThat(unmatched(trial.reconcile("K-101,1,\nK-150,8,\nK-160,1,\n", NORTH)))
                .containsExactlyInAnyOrder(
                        "K-101 worked hours only there null 1 no such site",
                        "K-160 worked hours only there null 1 no such site");
        trial.with("region", "Area");
        assertThat(unmatched(trial.reconcile("K-900,8,,N California\n", NORTH)))
                .contains("K-900 worked hours only there null 8 no such region");
    }

    @Test
    void ofThoseThatAreAsNearTheOneThatStillIsCalledSoCounts() {
        sites.renamed("clients", 101, "K-900", "Atrium", "2025-07-01");
        sites.site(103, "K-101", "Other lobby", NORTH);
        assertThat(unmatched(trial.reconcile("K-101,8,\n", NORTH)))
                .containsExactly("103 worked hours only there null 8");
        sites.billed(NORTH, 101L, "8", null);
        assertThat(trial.reconcile("K-101,8,\n", NORTH).isClean())
                .as("only one has figures")
                .isTrue();

        sites.renamed("regions", NORTH, "NOR", "Northern", "2025-07-01");
        sites.renamed("regions", HAWAII, "1029", "N California", "2025-07-01");
        trial.with("region", "Area");
        assertThat(trial.reconcile("K-101,8,,N California\n", NORTH).isClean())
                .as("only one is asked for")
                .isTrue();
        assertThat(unmatched(trial.reconcile("K-201,1,,N California\n", NORTH, HAWAII)))
                .contains("201 worked hours only there null 1");
    }

    @Test
    void ofTwoWithFiguresTheOneThatStillIsCalledSoNeedNotBeMeant() {
        sites.renamed("clients", 101, "K-900", "Atrium", "2025-06-05");
        sites.site(103, "K-101", "Other lobby", NORTH);
        sites.billed(NORTH, 101L, "8", null);
        sites.billed(NORTH, 103L, "1", null);

        assertThat(unmatched(trial.reconcile("K-101,8,\n", NORTH)))
                .contains("K-101 worked hours only there null 8 several sites");
        assertThat(unmatched(trial.reconcile("K-900,8,\n", NORTH)))
                .containsExactly("103 worked hours only here 1 null");
    }

    @Test
    void siteThatOnlyHadACancelledShiftIsNotTakenForOneWithFigures() {
        sites.renamed("clients", 101, "K-900", "Atrium", "2025-06-05");
        sites.site(103, "K-101", "Other lobby", NORTH);
        sites.billed(NORTH, 101L, "0", null);
        sites.billed(NORTH, 103L, "8", null);

        assertThat(unmatched(trial.reconcile("K-101,8,\n", NORTH)))
                .containsExactly("101 worked hours only here 0 null");
    }

    @Test
    void sitesThatAreCalledTheSameAreToldApartByTheirRegion() {
        sites.site(202, "K-202", "Lobby", HAWAII);
        trial.with("site-by", "name");
        trial.with("region", "Area");
        sites.billed(NORTH, 101L, "8", null);
        sites.billed(HAWAII, 202L, "6", null);
        assertThat(trial.reconcile("Lobby,8,,N California\nLobby,6,,Hawaii\n", NORTH, HAWAII)
                        .isClean())
                .isTrue();
    }
}
