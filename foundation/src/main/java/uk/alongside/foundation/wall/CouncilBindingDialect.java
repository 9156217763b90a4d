package uk.alongside.foundation.wall;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import org.hibernate.Session;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Makes binding the council the first statement of every transaction.
 *
 * <p>Here and not in a {@code TransactionExecutionListener}: what is thrown here ends the transaction and gives the
 * connection back, what is thrown there leaks both. Given out by a vendor adapter, because the transaction manager
 * replaces a dialect that is set on it.
 */
final class CouncilBindingDialect extends HibernateJpaDialect {

    private static final long serialVersionUID = 1;
    private static final int INTERACTIVE_SECONDS = 10;

    @Override
    public Object beginTransaction(EntityManager entityManager, TransactionDefinition definition) throws SQLException {
        var data = super.beginTransaction(entityManager, definition);
        var asked = definition.getTimeout();
        var seconds = asked == TransactionDefinition.TIMEOUT_DEFAULT ? INTERACTIVE_SECONDS : asked;
        try {
            entityManager.unwrap(Session.class).doWork(connection -> GuardedDataSource.bind(connection, seconds));
        } catch (RuntimeException e) {
            entityManager.getTransaction().rollback();
            throw new CannotCreateTransactionException("The transaction could not be bound to a council.", e);
        }
        return data;
    }
}
