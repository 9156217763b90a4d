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
 * <p>A {@code TransactionExecutionListener} cannot do this: an exception thrown in one leaks the transaction and its
 * connection, but an exception thrown here ends both. A vendor adapter supplies this dialect, because the transaction
 * manager replaces a dialect that is set on it directly.
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
