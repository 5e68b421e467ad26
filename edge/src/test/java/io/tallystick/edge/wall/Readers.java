package io.tallystick.edge.wall;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// Whatever reads behind the wall, over a database of a test.
public final class Readers {

    private final WorkRead reads;

    public Readers(DataSource dataSource) {
        this.reads = new WorkRead(new DataSourceTransactionManager(dataSource), dataSource);
    }

    WorkRead reads() {
        return reads;
    }

    VisibleCustomers customers() {
        return new VisibleCustomers(reads);
    }

    public KeyUses keyUses() {
        return new KeyUses(reads);
    }

    ShownMails mails() {
        return new ShownMails(reads);
    }

    ShownSettings settings() {
        return new ShownSettings(reads);
    }

    OwnAvatar avatar() {
        return new OwnAvatar(reads);
    }

    OwnAccount account() {
        return new OwnAccount(reads);
    }
}
