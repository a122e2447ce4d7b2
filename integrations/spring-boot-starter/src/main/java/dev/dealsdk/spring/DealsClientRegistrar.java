package dev.dealsdk.spring;

import dev.dealsdk.DealsClient;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers a client for the top level and for each connection. Their number depends only on the properties, so it is
 * known before any bean exists.
 */
final class DealsClientRegistrar implements ImportBeanDefinitionRegistrar {
    static final String BEAN_NAME = "dealsClient";
    private static final String CONNECTOR = "dealsConnector";

    private final Environment environment;
    private final ListableBeanFactory beans;

    DealsClientRegistrar(Environment environment, BeanFactory beans) {
        this.environment = environment;
        this.beans = (ListableBeanFactory) beans;
    }

    static String beanName(String connection) {
        return connection + "DealsClient";
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        DealsProperties properties =
                Binder.get(environment).bindOrCreate(DealsProperties.PREFIX, DealsProperties.class);
        boolean ofTheApplication = beans.getBeanNamesForType(DealsClient.class, true, false).length > 0;
        if (!ofTheApplication && (properties.connectionNames().isEmpty() || properties.isComplete())) {
            RootBeanDefinition client = client();
            client.setPrimary(true);
            registry.registerBeanDefinition(BEAN_NAME, client);
        }
        for (String connection : properties.connectionNames()) {
            if (!registry.containsBeanDefinition(beanName(connection))) {
                RootBeanDefinition client = client();
                client.getConstructorArgumentValues().addIndexedArgumentValue(0, connection);
                client.addQualifier(new AutowireCandidateQualifier(Qualifier.class, connection));
                registry.registerBeanDefinition(beanName(connection), client);
            }
        }
    }

    private static RootBeanDefinition client() {
        RootBeanDefinition client = new RootBeanDefinition(DealsClient.class);
        client.setFactoryBeanName(CONNECTOR);
        client.setFactoryMethodName("connect");
        client.setDestroyMethodName("close");
        return client;
    }
}
